package dev.outreach.platforms.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Effort;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.HandleByHandle;
import dev.outreach.platforms.HandleByHandle.Looked;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.quota.AccountQuotas;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.transport.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Organisations by vanity name, see
 * learn.microsoft.com/en-us/linkedin/marketing/community-management (organization lookup), and,
 * where LinkedIn granted it, the partners' company search. People are never found this way.
 */
final class LinkedInDiscovery implements Discovery {

  private static final Pattern VANITY_NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,100}");
  private static final int PAGE_SIZE = 25;
  private static final int CALLS_PER_LOOKUP = 2;

  private final LinkedInApi api;
  private final LinkedInSettings settings;
  private final OrganizationReader reader;
  private final AccountQuotas quotas;

  LinkedInDiscovery(
      LinkedInApi api, LinkedInSettings settings, OrganizationReader reader, AccountQuotas quotas) {
    this.api = api;
    this.settings = settings;
    this.reader = reader;
    this.quotas = quotas;
  }

  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    List<String> words = criteria.words();
    WordPosition at = cursor.map(WordPosition::read).orElse(WordPosition.START);
    if (at.word() >= words.size()) {
      return new SearchPage(List.of(), Optional.empty(), QuotaUsage.unknown());
    }
    String word = words.get(at.word());
    return settings.companySearch()
        ? companies(word, at, words.size())
        : new SearchPage(
            organizationNamed(word, criteria.locations()),
            at.next(false, PAGE_SIZE, words.size()).map(WordPosition::written),
            QuotaUsage.unknown());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    return HandleByHandle.enrich(handles, this::lookUp);
  }

  /**
   * A lookup reads the organisation and its followers; so does each word of a search, unless
   * LinkedIn granted the company search, whose length only LinkedIn knows.
   */
  @Override
  public Effort effort(SearchCriteria criteria) {
    int words = criteria.words().size();
    if (settings.companySearch()) {
      return Effort.lookups(CALLS_PER_LOOKUP)
          .drawing(allowance(daily("company-search"), OptionalInt.empty()));
    }
    return new Effort(
        OptionalInt.of(CALLS_PER_LOOKUP),
        new Effort.Search(
            OptionalInt.of(CALLS_PER_LOOKUP * words),
            OptionalInt.of(words),
            allowance(daily("organizations"), OptionalInt.of(words))));
  }

  private Optional<Effort.Allowance> allowance(Quota quota, OptionalInt needed) {
    return settings.dailyCalls().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Effort.Allowance(
                quota.words(), settings.dailyCalls().getAsInt(), needed, quotas.left(quota)));
  }

  /** See learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits. */
  private Quota daily(String endpoint) {
    return new Quota(
        endpoint + "-a-day",
        "calls of " + endpoint + " from midnight to midnight UTC",
        settings.dailyCalls(),
        new QuotaWindow.UtcDay());
  }

  private Looked lookUp(String handle) {
    if (!VANITY_NAME.matcher(handle).matches()) {
      return notRead(handle, new PlatformFailure.Invalid(ErrorCode.noAnswer("not_a_username")));
    }
    return byVanityName(handle)
        .map(
            organization ->
                new Looked(
                    new Enrichment.Enriched(handle, profile(organization)), QuotaUsage.unknown()))
        .orElseGet(
            () -> notRead(handle, new PlatformFailure.NotFound(ErrorCode.noAnswer("no_element"))));
  }

  private static Looked notRead(String handle, PlatformFailure failure) {
    return new Looked(new Enrichment.NotEnriched(handle, failure), QuotaUsage.unknown());
  }

  /** A word is tried as a vanity name, the way companies usually choose theirs. */
  private List<Found> organizationNamed(String word, List<String> locations) {
    String slug = word.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}._]+", "-");
    if (!VANITY_NAME.matcher(slug).matches()) {
      return List.of();
    }
    return byVanityName(slug)
        .filter(organization -> isIn(organization, locations))
        .<Found>map(organization -> new Found.WithProfile(profile(organization)))
        .map(List::of)
        .orElse(List.of());
  }

  private SearchPage companies(String word, WordPosition at, int words) {
    JsonNode body =
        api.get(
            "v2/companySearch",
            Map.of(
                "q",
                "search",
                "query",
                word,
                "start",
                Integer.toString(at.start()),
                "count",
                Integer.toString(PAGE_SIZE)),
            quotas.charge(daily("company-search")));
    List<Found> found = new ArrayList<>();
    for (JsonNode element : body.path("elements")) {
      String vanityName = Json.text(element.path("entity~"), "vanityName");
      if (vanityName != null) {
        found.add(new Found.HandleOnly(vanityName, "company search"));
      }
    }
    boolean more = body.path("elements").size() == PAGE_SIZE;
    return new SearchPage(
        found, at.next(more, PAGE_SIZE, words).map(WordPosition::written), QuotaUsage.unknown());
  }

  private Optional<JsonNode> byVanityName(String vanityName) {
    try {
      JsonNode elements =
          api.get(
                  "rest/organizations",
                  Map.of("q", "vanityName", "vanityName", vanityName),
                  quotas.charge(daily("organizations")))
              .path("elements");
      return elements.isEmpty() ? Optional.empty() : Optional.of(elements.path(0));
    } catch (PlatformException refused) {
      if (refused.failure() instanceof PlatformFailure.NotFound) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private NormalisedProfile profile(JsonNode organization) {
    return reader.read(organization, followers(organization.path("id").asText()));
  }

  /** The colon of the URN must stay encoded, which a plain parameter map would not do in a path. */
  private @Nullable Long followers(String id) {
    URI address =
        URI.create(
            settings.baseUri().toString().replaceFirst("/+$", "")
                + "/rest/networkSizes/urn%3Ali%3Aorganization%3A"
                + id
                + "?edgeType=COMPANY_FOLLOWED_BY_MEMBER");
    return Json.number(api.get(address, quotas.charge(daily("network-sizes"))), "firstDegreeSize");
  }

  /** An organisation that tells no place is kept: it may be the right one. */
  private static boolean isIn(JsonNode organization, List<String> wanted) {
    String place = OrganizationReader.location(organization.path("locations"));
    return wanted.isEmpty()
        || place == null
        || wanted.stream()
            .anyMatch(
                location ->
                    place.toLowerCase(Locale.ROOT).contains(location.toLowerCase(Locale.ROOT)));
  }

  static PlatformException notOurs() {
    return new PlatformException(
        Platform.LINKEDIN, new PlatformFailure.Invalid(ErrorCode.noAnswer("cursor_not_ours")));
  }
}
