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
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.tiktok.ResearchQuestion.Condition;
import dev.outreach.platforms.transport.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People by the videos of the last thirty days: one search for each word, a hashtag where it begins
 * with {@code #} and a keyword else, in the countries among the locations. TikTok searches no
 * people here.
 */
final class ResearchDiscovery implements Discovery {

  private static final Pattern CURSOR =
      Pattern.compile("(\\d{1,4}):(20\\d{6}):(\\d{1,9}):(\\w{0,40})");
  private static final String USER_FIELDS =
      "display_name,bio_description,is_verified,follower_count,following_count,likes_count,"
          + "video_count";
  private static final String VIDEO_FIELDS =
      "id,create_time,region_code,share_count,like_count,comment_count,username";
  private static final int PAGE = 100;
  private static final int RECENT_VIDEOS = 20;

  private final ResearchApi api;
  private final ResearchSettings settings;
  private final ResearchReader reader;
  private final AccountQuotas quotas;
  private final Clock clock;

  ResearchDiscovery(
      ResearchApi api,
      ResearchSettings settings,
      ResearchReader reader,
      AccountQuotas quotas,
      Clock clock) {
    this.api = api;
    this.settings = settings;
    this.reader = reader;
    this.quotas = quotas;
    this.clock = clock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PlatformException also where locations are given and none is a two-letter country code
   */
  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    List<String> words = criteria.words();
    Position at = cursor.map(ResearchDiscovery::read).orElseGet(() -> Position.first(today()));
    if (at.word >= words.size()) {
      return new SearchPage(List.of(), Optional.empty(), QuotaUsage.unknown());
    }
    ResearchQuestion question =
        new ResearchQuestion(conditions(words.get(at.word), criteria), at.lastDay, PAGE);
    JsonNode data =
        videos(at.searchId.isEmpty() ? question.first() : question.next(at.offset, at.searchId));
    return new SearchPage(found(data), next(at, data, words.size()), QuotaUsage.unknown());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    return HandleByHandle.enrich(handles, this::lookUp);
  }

  /** A lookup reads the user and the videos. */
  @Override
  public Effort effort(SearchCriteria criteria) {
    Quota quota = quota();
    return Effort.lookups(2)
        .drawing(
            Optional.of(
                new Effort.Allowance(
                    quota.words(),
                    settings.requestsPerDay(),
                    OptionalInt.empty(),
                    quotas.left(quota))));
  }

  private Looked lookUp(String handle) {
    if (!TikTokDiscovery.HANDLE.matcher(handle).matches()) {
      return new Looked(
          new Enrichment.NotEnriched(handle, invalid("not_a_username")), QuotaUsage.unknown());
    }
    JsonNode user = user(handle);
    ResearchQuestion recent =
        new ResearchQuestion(
            List.of(new Condition("username", List.of(handle))), today(), RECENT_VIDEOS);
    return new Looked(
        new Enrichment.Enriched(handle, reader.read(handle, user, videos(recent.first()))),
        QuotaUsage.unknown());
  }

  /** Of a username that could be one, invalid parameters mean that nobody has it. */
  private JsonNode user(String handle) {
    try {
      return api.ask("user/info", USER_FIELDS, Json.object().put("username", handle), charge());
    } catch (PlatformException refused) {
      throw refused.failure() instanceof PlatformFailure.Invalid(var code)
          ? new PlatformException(Platform.TIKTOK, new PlatformFailure.NotFound(code))
          : refused;
    }
  }

  private JsonNode videos(JsonNode question) {
    return api.ask("video/query", VIDEO_FIELDS, question, charge());
  }

  private Charge charge() {
    return quotas.charge(quota());
  }

  private Quota quota() {
    return new Quota(
        "research-requests-a-day",
        "requests of research a day",
        OptionalInt.of(settings.requestsPerDay()),
        new QuotaWindow.UtcDay());
  }

  private static List<Condition> conditions(String word, SearchCriteria criteria) {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(
        word.startsWith("#")
            ? new Condition("hashtag_name", List.of(word.substring(1)))
            : new Condition("keyword", List.of(word)));
    List<String> countries =
        criteria.locations().stream()
            .filter(location -> TikTokDiscovery.COUNTRY.matcher(location).matches())
            .toList();
    if (!countries.isEmpty()) {
      conditions.add(new Condition("region_code", countries));
    } else if (!criteria.locations().isEmpty()) {
      throw new PlatformException(Platform.TIKTOK, invalid("country_code_missing"));
    }
    return conditions;
  }

  private static List<Found> found(JsonNode data) {
    Set<String> usernames = new LinkedHashSet<>();
    data.path("videos").forEach(video -> usernames.add(video.path("username").asText()));
    return usernames.stream()
        .<Found>map(username -> new Found.HandleOnly(username, "TikTok video"))
        .toList();
  }

  private static Optional<String> next(Position at, JsonNode data, int words) {
    if (data.path("has_more").asBoolean()) {
      return Optional.of(
          new Position(
                  at.word,
                  at.lastDay,
                  data.path("cursor").asLong(),
                  data.path("search_id").asText())
              .text());
    }
    return at.word + 1 < words
        ? Optional.of(new Position(at.word + 1, at.lastDay, 0, "").text())
        : Optional.empty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Position read(String cursor) {
    Matcher matcher = CURSOR.matcher(cursor);
    if (!matcher.matches()) {
      throw new PlatformException(Platform.TIKTOK, invalid("cursor_not_ours"));
    }
    return new Position(
        Integer.parseInt(matcher.group(1)),
        LocalDate.parse(matcher.group(2), DateTimeFormatter.BASIC_ISO_DATE),
        Long.parseLong(matcher.group(3)),
        matcher.group(4));
  }

  private static PlatformFailure invalid(String code) {
    return new PlatformFailure.Invalid(ErrorCode.noAnswer(code));
  }

  /** Pages of one search share its last day: TikTok knows a search by all it was asked. */
  private record Position(int word, LocalDate lastDay, long offset, String searchId) {

    static Position first(LocalDate today) {
      return new Position(0, today, 0, "");
    }

    String text() {
      return word
          + ":"
          + lastDay.format(DateTimeFormatter.BASIC_ISO_DATE)
          + ":"
          + offset
          + ":"
          + searchId;
    }
  }
}
