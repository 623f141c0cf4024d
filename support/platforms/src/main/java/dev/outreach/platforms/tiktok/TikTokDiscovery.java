package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Effort;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.HandleByHandle;
import dev.outreach.platforms.HandleByHandle.Looked;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.quota.AccountQuotas;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The creator marketplace (tto/tcm/creator). A search needs one country: locations are read as
 * two-letter country codes; each of them is combined with each keyword.
 */
final class TikTokDiscovery implements Discovery {

  static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9._]{1,24}");
  static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern CURSOR = Pattern.compile("(\\d{1,6}):(\\d{1,6})");
  private static final int PAGE_SIZE = 20;
  private static final String DISCOVER = "creator/discover";
  private static final String CREATOR = "creator/public";
  private static final String VIDEOS = "creator/public/video/list";

  private final TikTokApi api;
  private final TikTokSettings settings;
  private final CreatorReader reader;
  private final AccountQuotas quotas;

  TikTokDiscovery(
      TikTokApi api, TikTokSettings settings, CreatorReader reader, AccountQuotas quotas) {
    this.api = api;
    this.settings = settings;
    this.reader = reader;
    this.quotas = quotas;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PlatformException also where no location is a two-letter country code
   */
  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    List<Wanted> wanted = wanted(criteria);
    Position at = cursor.map(TikTokDiscovery::read).orElse(new Position(0, 1));
    if (at.index >= wanted.size()) {
      return new SearchPage(List.of(), Optional.empty(), QuotaUsage.unknown());
    }
    JsonNode data = call(DISCOVER, parameters(wanted.get(at.index), at.page));
    List<Found> found = new ArrayList<>();
    data.path("creators")
        .forEach(
            creator ->
                found.add(
                    new Found.HandleOnly(creator.path("handle_name").asText(), "TikTok One")));
    long total = data.path("page_info").path("total_number").asLong();
    return new SearchPage(found, next(at, total, wanted.size()), QuotaUsage.unknown());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    return HandleByHandle.enrich(handles, this::lookUp);
  }

  /** A lookup reads the creator and the videos. */
  @Override
  public Effort effort(SearchCriteria criteria) {
    Quota quota = perMinute(DISCOVER);
    return Effort.lookups(2)
        .drawing(
            Optional.of(
                new Effort.Allowance(
                    quota.words(),
                    settings.callsPerMinute(),
                    OptionalInt.empty(),
                    quotas.left(quota))));
  }

  private JsonNode call(String endpoint, Map<String, String> parameters) {
    return api.get("tto/tcm/" + endpoint + "/", parameters, quotas.charge(perMinute(endpoint)));
  }

  private Quota perMinute(String endpoint) {
    return new Quota(
        endpoint.replace('/', '-') + "-a-minute",
        "calls of " + endpoint + " a minute",
        OptionalInt.of(settings.callsPerMinute()),
        new QuotaWindow.Rolling(Duration.ofMinutes(1)));
  }

  private Looked lookUp(String handle) {
    if (!HANDLE.matcher(handle).matches()) {
      return new Looked(
          new Enrichment.NotEnriched(handle, invalid("not_a_username")), QuotaUsage.unknown());
    }
    Map<String, String> who =
        Map.of("tto_tcm_account_id", settings.marketplaceId(), "handle_name", handle);
    JsonNode creator = call(CREATOR, who);
    JsonNode videos = call(VIDEOS, who);
    return new Looked(
        new Enrichment.Enriched(handle, reader.read(creator, videos)), QuotaUsage.unknown());
  }

  private Map<String, String> parameters(Wanted wanted, int page) {
    return Map.of(
        "tto_tcm_account_id", settings.marketplaceId(),
        "country_codes", "[\"" + wanted.country + "\"]",
        "search_keyword", wanted.keyword,
        "page", Integer.toString(page),
        "page_size", Integer.toString(PAGE_SIZE));
  }

  private static List<Wanted> wanted(SearchCriteria criteria) {
    Set<String> words = new LinkedHashSet<>(criteria.keywords());
    words.addAll(criteria.categories());
    List<Wanted> wanted = new ArrayList<>();
    for (String location : criteria.locations()) {
      if (COUNTRY.matcher(location).matches()) {
        words.forEach(word -> wanted.add(new Wanted(location, word)));
      }
    }
    if (wanted.isEmpty() && !words.isEmpty()) {
      throw new PlatformException(Platform.TIKTOK, invalid("country_code_missing"));
    }
    return wanted;
  }

  private static Position read(String cursor) {
    var matcher = CURSOR.matcher(cursor);
    if (!matcher.matches()) {
      throw new PlatformException(Platform.TIKTOK, invalid("cursor_not_ours"));
    }
    return new Position(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static Optional<String> next(Position at, long total, int searches) {
    if ((long) at.page * PAGE_SIZE < total) {
      return Optional.of(at.index + ":" + (at.page + 1));
    }
    return at.index + 1 < searches ? Optional.of((at.index + 1) + ":1") : Optional.empty();
  }

  private static PlatformFailure invalid(String code) {
    return new PlatformFailure.Invalid(ErrorCode.noAnswer(code));
  }

  private record Wanted(String country, String keyword) {}

  private record Position(int index, int page) {}
}
