package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.QueryFields;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.Platform;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Turns a request to find people into a job. */
final class DiscoverEndpoint {

  private static final int WORDS = 50;
  private static final int HANDLES = 1000;
  private static final int LONGEST = 200;
  private static final int MOST_PEOPLE = 100_000;
  private static final int USUAL_PEOPLE = 100;

  private final CommandDesk desk;
  private final CommandFactory commands;
  private final Clock clock;

  DiscoverEndpoint(CommandDesk desk, CommandFactory commands, Clock clock) {
    this.desk = desk;
    this.commands = commands;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.POST, "/api/social/pipeline/discover", this::discover));
  }

  private record JobAccepted(String jobId) {}

  private void discover(Context context) {
    QueryFields query = Exchange.query(context);
    CommandFactory.Batch batch = commands.batch(context, query.workspace());
    query.finish();
    DiscoveryRequested request = read(Exchange.body(context), batch);
    desk.request(request);
    Exchange.answer(context, 202, new JobAccepted(request.getJobId()));
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
