package dev.outreach.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Effort;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.HandleByHandle;
import dev.outreach.platforms.HandleByHandle.Looked;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.meta.GraphAnswer;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.transport.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pages search and Page lookup, see developers.facebook.com/docs/pages-api/search-pages. The search
 * takes words only; locations are sorted out by what each Page says of itself.
 */
final class FacebookDiscovery implements Discovery {

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._-]{1,60}");

  private final MetaGraph graph;
  private final PageReader reader;

  FacebookDiscovery(MetaGraph graph, PageReader reader) {
    this.graph = graph;
    this.reader = reader;
  }

  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    List<String> words = criteria.words();
    WordCursor at = cursor.map(WordCursor::read).orElse(WordCursor.START);
    if (at.word() >= words.size()) {
      return new SearchPage(List.of(), Optional.empty(), QuotaUsage.unknown());
    }
    GraphAnswer answer = graph.get("pages/search", parameters(words.get(at.word()), at));
    Optional<String> after =
        answer.body().path("paging").has("next")
            ? Optional.ofNullable(Json.text(answer.body().path("paging").path("cursors"), "after"))
            : Optional.empty();
    return new SearchPage(
        found(answer.body(), criteria),
        at.next(after, words.size()).map(WordCursor::written),
        answer.usage());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    return HandleByHandle.enrich(handles, this::lookUp);
  }

  /** A lookup reads the Page and its posts. */
  @Override
  public Effort effort(SearchCriteria criteria) {
    return Effort.lookups(2);
  }

  private Looked lookUp(String handle) {
    if (!HANDLE.matcher(handle).matches()) {
      PlatformFailure invalid = new PlatformFailure.Invalid(ErrorCode.noAnswer("not_a_username"));
      return new Looked(new Enrichment.NotEnriched(handle, invalid), QuotaUsage.unknown());
    }
    JsonNode page = graph.get(handle, Map.of("fields", PageReader.FIELDS)).body();
    GraphAnswer posts =
        graph.get(page.path("id").asText() + "/posts", Map.of("fields", PageReader.POST_FIELDS));
    return new Looked(
        new Enrichment.Enriched(handle, reader.read(page, handle, posts.body())), posts.usage());
  }

  private static Map<String, String> parameters(String word, WordCursor at) {
    Map<String, String> parameters =
        new HashMap<>(Map.of("q", word, "fields", "id,name,location,link", "limit", "25"));
    if (!at.after().isEmpty()) {
      parameters.put("after", at.after());
    }
    return parameters;
  }

  private static List<Found> found(JsonNode body, SearchCriteria criteria) {
    List<Found> found = new ArrayList<>();
    for (JsonNode page : body.path("data")) {
      if (isWhere(page.path("location"), criteria.locations())) {
        found.add(new Found.HandleOnly(page.path("id").asText(), "Pages search"));
      }
    }
    return found;
  }

  /** A Page that tells no location is kept: it may be the right one. */
  private static boolean isWhere(JsonNode location, List<String> wanted) {
    String city = location.path("city").asText();
    String country = location.path("country").asText();
    return wanted.isEmpty()
        || (city.isEmpty() && country.isEmpty())
        || wanted.stream()
            .anyMatch(place -> place.equalsIgnoreCase(city) || place.equalsIgnoreCase(country));
  }
}
