package dev.outreach.platforms.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Effort;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.HandleByHandle;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.meta.GraphAnswer;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.quota.AccountQuotas;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.quota.Standing;
import dev.outreach.platforms.transport.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Search by hashtag and lookup by username, see developers.facebook.com/docs/instagram-platform
 * (hashtag search, business discovery). Hashtag media name no author, so a search yields the
 * handles that captions mention; whether a handle is a business or creator account shows only when
 * it is looked up.
 */
final class InstagramDiscovery implements Discovery {

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._]{1,30}");

  /**
   * A hashtag asked for again is free and does not start its seven days anew. See
   * developers.facebook.com/docs/instagram-platform (hashtag search, limitations).
   */
  private static final Quota HASHTAGS =
      new Quota(
          "hashtags",
          "different hashtags in seven days",
          OptionalInt.of(30),
          new QuotaWindow.Distinct(Duration.ofDays(7)));

  private static final String PAGE_SIZE = "50";

  private final MetaGraph graph;
  private final InstagramSettings settings;
  private final ProfileReader reader;
  private final AccountQuotas quotas;

  InstagramDiscovery(
      MetaGraph graph, InstagramSettings settings, ProfileReader reader, AccountQuotas quotas) {
    this.graph = graph.charged(quotas.call());
    this.settings = settings;
    this.reader = reader;
    this.quotas = quotas;
  }

  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    List<String> hashtags = Hashtags.of(criteria);
    SearchCursor at = cursor.map(SearchCursor::read).orElse(SearchCursor.START);
    if (at.hashtag() >= hashtags.size()) {
      return new SearchPage(List.of(), Optional.empty(), QuotaUsage.unknown());
    }
    String hashtag = hashtags.get(at.hashtag());
    Optional<String> id = hashtagId(hashtag);
    if (id.isEmpty()) {
      SearchCursor end = new SearchCursor(at.hashtag(), SearchCursor.Edge.TOP, "");
      return new SearchPage(
          List.of(),
          end.next(Optional.empty(), hashtags.size()).map(SearchCursor::written),
          QuotaUsage.unknown());
    }
    GraphAnswer media = media(id.get(), at);
    Optional<String> after =
        Optional.ofNullable(Json.text(media.body().path("paging").path("cursors"), "after"))
            .filter(_ -> !media.body().path("data").isEmpty());
    return new SearchPage(
        mentioned(media.body(), hashtag),
        at.next(after, hashtags.size()).map(SearchCursor::written),
        media.usage());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    return HandleByHandle.enrich(handles, this::lookUp);
  }

  /**
   * A lookup reads so many pages of media; a search asks for the id of every hashtag, of which
   * those asked for in the last seven days cost nothing.
   */
  @Override
  public Effort effort(SearchCriteria criteria) {
    return new Effort(
        OptionalInt.of(settings.mediaPages()),
        new Effort.Search(
            OptionalInt.empty(), OptionalInt.empty(), Optional.of(hashtags(criteria))));
  }

  private Effort.Allowance hashtags(SearchCriteria criteria) {
    Optional<Standing> standing = quotas.standing(HASHTAGS);
    Set<String> counted = standing.map(Standing::uses).orElse(Set.of());
    long needed =
        Hashtags.of(criteria).stream().filter(hashtag -> !counted.contains(hashtag)).count();
    return new Effort.Allowance(
        HASHTAGS.words(),
        HASHTAGS.most().orElseThrow(),
        OptionalInt.of(Math.toIntExact(needed)),
        standing.map(now -> now.left(HASHTAGS)).orElse(OptionalInt.empty()));
  }

  private HandleByHandle.Looked lookUp(String handle) {
    if (!HANDLE.matcher(handle).matches()) {
      PlatformFailure invalid = new PlatformFailure.Invalid(ErrorCode.noAnswer("not_a_username"));
      return new HandleByHandle.Looked(
          new Enrichment.NotEnriched(handle, invalid), QuotaUsage.unknown());
    }
    GraphAnswer first = discover(handle, ProfileReader.FIELDS);
    JsonNode profile = first.body().path("business_discovery");
    List<JsonNode> media = new ArrayList<>();
    profile.path("media").path("data").forEach(media::add);
    QuotaUsage usage = readOn(handle, profile.path("media"), media).orElse(first.usage());
    return new HandleByHandle.Looked(
        new Enrichment.Enriched(handle, reader.read(profile, media)), usage);
  }

  /**
   * Reads further pages while the sample for the score is not full; empty where none was needed.
   */
  private Optional<QuotaUsage> readOn(String handle, JsonNode firstPage, List<JsonNode> media) {
    Optional<QuotaUsage> usage = Optional.empty();
    Optional<String> after = after(firstPage);
    for (int page = 1; page < settings.mediaPages() && after.isPresent(); page++) {
      if (reader.hasFullSample(media)) {
        return usage;
      }
      GraphAnswer more = discover(handle, ProfileReader.mediaFields(".after(" + after.get() + ")"));
      JsonNode next = more.body().path("business_discovery").path("media");
      next.path("data").forEach(media::add);
      usage = Optional.of(more.usage());
      after = after(next);
    }
    return usage;
  }

  private GraphAnswer discover(String handle, String fields) {
    return graph.get(
        settings.accountId(),
        Map.of("fields", "business_discovery.username(" + handle + "){" + fields + "}"));
  }

  private Optional<String> hashtagId(String hashtag) {
    JsonNode data =
        graph
            .charged(quotas.charge(HASHTAGS, hashtag))
            .get("ig_hashtag_search", Map.of("user_id", settings.accountId(), "q", hashtag))
            .body()
            .path("data");
    return Optional.ofNullable(Json.text(data.path(0), "id"));
  }

  private GraphAnswer media(String hashtagId, SearchCursor at) {
    Map<String, String> first =
        Map.of(
            "user_id", settings.accountId(), "fields", "id,caption,permalink", "limit", PAGE_SIZE);
    if (at.after().isEmpty()) {
      return graph.get(hashtagId + "/" + at.edge().path(), first);
    }
    Map<String, String> following = new HashMap<>(first);
    following.put("after", at.after());
    return graph.get(hashtagId + "/" + at.edge().path(), following);
  }

  private static List<Found> mentioned(JsonNode page, String hashtag) {
    Set<String> handles = new LinkedHashSet<>();
    page.path("data").forEach(media -> handles.addAll(Mentions.in(media.path("caption").asText())));
    return handles.stream()
        .<Found>map(handle -> new Found.HandleOnly(handle, "#" + hashtag))
        .toList();
  }

  private static Optional<String> after(JsonNode edge) {
    return Optional.ofNullable(Json.text(edge.path("paging").path("cursors"), "after"));
  }
}
