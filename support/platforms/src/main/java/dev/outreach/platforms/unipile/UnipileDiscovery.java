package dev.outreach.platforms.unipile;

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
import dev.outreach.platforms.transport.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * People of LinkedIn by keyword and place, and profiles of LinkedIn and Instagram by handle, read
 * in the session of the connected person.
 */
final class UnipileDiscovery implements Discovery {

  private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{N}._-]{1,100}");

  private final UnipileApi api;
  private final Dialect dialect;
  private final UnipileReader reader;
  private final UnipileQuotas quotas;

  UnipileDiscovery(UnipileApi api, Dialect dialect, UnipileReader reader, UnipileQuotas quotas) {
    this.api = api;
    this.dialect = dialect;
    this.reader = reader;
    this.quotas = quotas;
  }

  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    if (api.platform() != Platform.LINKEDIN) {
      throw new PlatformException(
          api.platform(), new PlatformFailure.Invalid(ErrorCode.noAnswer("search_not_offered")));
    }
    List<String> words = criteria.words();
    UnipileCursor at =
        cursor
            .map(UnipileCursor::read)
            .orElseGet(() -> new UnipileCursor(0, places(criteria.locations()), ""));
    if (at.word() >= words.size()) {
      return new SearchPage(List.of(), Optional.empty(), QuotaUsage.unknown());
    }
    JsonNode answer =
        api.ask(dialect.search(words.get(at.word()), at.places(), at.cursor()), quotas.search());
    List<Found> found = new ArrayList<>();
    for (JsonNode person : dialect.items(answer)) {
      String handle = Json.text(person, "public_identifier");
      if (handle != null) {
        found.add(new Found.HandleOnly(handle, "LinkedIn search"));
      }
    }
    return new SearchPage(
        found,
        at.next(dialect.next(answer), words.size()).map(UnipileCursor::written),
        QuotaUsage.unknown());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    return HandleByHandle.enrich(handles, this::lookUp);
  }

  /** A lookup reads the profile and its posts. */
  @Override
  public Effort effort(SearchCriteria criteria) {
    return Effort.lookups(2).drawing(Optional.of(quotas.allowance()));
  }

  private Looked lookUp(String handle) {
    if (!HANDLE.matcher(handle).matches()) {
      PlatformFailure invalid = new PlatformFailure.Invalid(ErrorCode.noAnswer("not_a_username"));
      return new Looked(new Enrichment.NotEnriched(handle, invalid), QuotaUsage.unknown());
    }
    JsonNode profile = api.get(dialect.profile(handle), quotas.profile());
    String id = UnipileReader.id(profile);
    JsonNode posts =
        id == null ? Json.object() : dialect.items(api.get(dialect.posts(id), quotas.call()));
    return new Looked(
        new Enrichment.Enriched(handle, reader.read(profile, handle, posts)), QuotaUsage.unknown());
  }

  private List<String> places(List<String> locations) {
    List<String> ids = new ArrayList<>();
    for (String location : locations) {
      JsonNode answer = api.get(dialect.places(location), quotas.call());
      String id = Json.text(dialect.items(answer).path(0), "id");
      if (id != null) {
        ids.add(id);
      }
    }
    if (ids.isEmpty() && !locations.isEmpty()) {
      throw new PlatformException(
          api.platform(), new PlatformFailure.Invalid(ErrorCode.noAnswer("no_such_place")));
    }
    return ids;
  }
}
