package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Json;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.inbox.RequestKeys;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.schemas.DiscoveryRequested;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Turns a request to find people into a job. */
final class DiscoverEndpoint {

  private static final int WORDS = 50;
  private static final int HANDLES = 1000;
  private static final int LONGEST = 200;
  private static final int MOST_PEOPLE = 100_000;
  private static final int USUAL_PEOPLE = 100;

  private final SearchDoor door;
  private final RequestKeys keys;
  private final CommandDesk desk;
  private final CommandFactory commands;
  private final Clock clock;

  DiscoverEndpoint(Parts parts) {
    this.door = parts.door();
    this.keys = parts.keys();
    this.desk = parts.desk();
    this.commands = parts.commands();
    this.clock = parts.clock();
  }

  /**
   * What the endpoint works with.
   *
   * @param keys what idempotency keys stand for
   */
  record Parts(
      SearchDoor door, RequestKeys keys, CommandDesk desk, CommandFactory commands, Clock clock) {}

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.POST, "/api/social/pipeline/discover", this::discover));
  }

  private record JobAccepted(String jobId, DiscoveryEstimate estimate) {}

  private record Estimated(DiscoveryEstimate estimate) {}

  private void discover(Context context) {
    QueryFields query = Exchange.query(context);
    CommandFactory.Batch batch = commands.batch(context, query.workspace());
    query.finish();
    BodyFields body = Exchange.body(context);
    boolean dryRun = body.flag("dry_run").orElse(false);
    DiscoveryRequested request = read(body, batch);
    DiscoveryEstimate estimate = estimate(request);
    if (dryRun) {
      Exchange.answer(context, 200, new Estimated(estimate));
      return;
    }
    if (batch.isKeyed()) {
      claim(request);
    }
    desk.request(request);
    Exchange.answer(context, 202, new JobAccepted(request.getJobId(), estimate));
  }

  private DiscoveryEstimate estimate(DiscoveryRequested request) {
    SearchCriteria criteria =
        new SearchCriteria(request.getCategories(), request.getLocations(), request.getKeywords());
    boolean searches =
        Stream.of(criteria.categories(), criteria.locations(), criteria.keywords())
            .anyMatch(words -> !words.isEmpty());
    Platform platform = Platform.valueOf(request.getPlatform().toUpperCase(Locale.ROOT));
    return DiscoveryEstimate.of(request, searches, door.open(platform, searches).effort(criteria));
  }

  /** What was asked for, without what differs from one sending to the next. */
  private record Asked(
      String platform,
      List<String> categories,
      List<String> locations,
      List<String> keywords,
      List<String> handles,
      int maxProfiles) {

    static Asked of(DiscoveryRequested request) {
      return new Asked(
          request.getPlatform(),
          request.getCategories(),
          request.getLocations(),
          request.getKeywords(),
          request.getHandles(),
          request.getMaxProfiles());
    }
  }

  private void claim(DiscoveryRequested request) {
    if (!keys.claim(UUID.fromString(request.getJobId()), Json.text(Asked.of(request)))) {
      throw Exchange.keyReused();
    }
  }

  private DiscoveryRequested read(BodyFields body, CommandFactory.Batch batch) {
    Platform platform = body.word("platform", BodyFields.wordsOf(Platform.class));
    List<String> categories = body.texts("categories", WORDS, LONGEST);
    List<String> locations = body.texts("locations", WORDS, LONGEST);
    List<String> keywords = body.texts("keywords", WORDS, LONGEST);
    List<String> handles = body.texts("handles", HANDLES, LONGEST);
    int most = body.integer("max_profiles", USUAL_PEOPLE, 1, MOST_PEOPLE);
    if (Stream.of("categories", "locations", "keywords", "handles").noneMatch(body::has)) {
      body.refuse("keywords", "is missing, like every other criterion", "say whom to look for");
    }
    body.finish();
    return DiscoveryRequested.newBuilder()
        .setJobId(batch.idFor("DiscoveryRequested", ""))
        .setWorkspaceId(batch.workspace())
        .setPlatform(platform.name().toLowerCase(Locale.ROOT))
        .setCategories(categories)
        .setLocations(locations)
        .setKeywords(keywords)
        .setHandles(handles)
        .setMaxProfiles(most)
        .setRequestedBy(CommandFactory.ADMINISTRATOR)
        .setRequestedAt(clock.instant())
        .setCorrelationId(batch.correlationId())
        .build();
  }
}
