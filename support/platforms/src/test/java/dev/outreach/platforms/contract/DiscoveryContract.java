package dev.outreach.platforms.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link Discovery} must do, run against its simulator. */
public abstract class DiscoveryContract {

  /** Nobody's handle, in a spelling every platform allows. */
  private static final String NOBODY = "nobody.of.that.name";

  private final HttpTransport transport =
      new HttpTransport(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));

  @TempDir private Path folder;
  private SandboxFixture sandbox;

  /** A new adapter under test. */
  protected abstract Discovery discoveryAt(URI base, HttpTransport transport);

  /** The platform's name in the sandbox. */
  protected abstract String platform();

  /** The name of the platform whose people these are. */
  protected String peoplesPlatform() {
    return platform();
  }

  /** Whether a profile has the platform's own id. */
  protected boolean tellsIds() {
    return true;
  }

  /** Whether the simulator knows the websites of people and the platform tells them. */
  protected boolean tellsWebsites() {
    return false;
  }

  /** A search of more than one page. */
  protected abstract SearchCriteria criteria();

  /** Lets a person be found by handle. */
  protected String existing() {
    sandbox.post(
        "/sandbox/" + peoplesPlatform() + "/people", "{\"people\":[{\"username\":\"blue.kiln\"}]}");
    return "blue.kiln";
  }

  /** Whether a search already brings profiles, so that nothing is left to look up. */
  protected boolean findsProfiles() {
    return false;
  }

  @BeforeEach
  void startSandbox() {
    sandbox = new SandboxFixture(folder, UnaryOperator.identity());
  }

  @AfterEach
  void stopSandbox() {
    sandbox.close();
    transport.close();
  }

  @Test
  void shouldResumeASearchAnywhereByItsCursor() {
    List<String> atOnce = new ArrayList<>();
    Discovery one = discovery();
    Optional<String> cursor = Optional.empty();
    List<Optional<String>> cursors = new ArrayList<>();
    do {
      cursors.add(cursor);
      SearchPage page = one.search(criteria(), cursor);
      page.found().stream().map(Found::handle).forEach(atOnce::add);
      cursor = page.nextCursor();
    } while (cursor.isPresent() && cursors.size() < 60);

    List<String> resumed = new ArrayList<>();
    for (Optional<String> from : cursors) {
      discovery().search(criteria(), from).found().stream()
          .map(Found::handle)
          .forEach(resumed::add);
    }
    assertThat(cursors).hasSizeBetween(2, 59);
    assertThat(atOnce).isNotEmpty();
    assertThat(resumed).isEqualTo(atOnce);
  }

  @Test
  void shouldFindPeopleWhomItCanLookUp() {
    List<Found> found = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchPage page = discovery().search(criteria(), cursor);
      found.addAll(page.found());
      cursor = page.nextCursor();
    } while (cursor.isPresent() && found.size() < 5);

    assertThat(found).isNotEmpty();
    if (findsProfiles()) {
      assertThat(found).hasOnlyElementsOfType(Found.WithProfile.class);
    }
    assertThat(discovery().enrich(found.stream().map(Found::handle).toList()).results())
        .anySatisfy(result -> assertThat(result).isInstanceOf(Enrichment.Enriched.class));
  }

  @Test
  void shouldTellTheWebsiteOfThoseWhoHaveOne() {
    List<String> handles = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      SearchPage page = discovery().search(criteria(), cursor);
      page.found().stream().map(Found::handle).forEach(handles::add);
      cursor = page.nextCursor();
    } while (cursor.isPresent() && handles.size() < 20);

    boolean told =
        discovery().enrich(handles).results().stream()
            .filter(Enrichment.Enriched.class::isInstance)
            .map(Enrichment.Enriched.class::cast)
            .map(enriched -> enriched.profile().description().website())
            .anyMatch(Objects::nonNull);

    assertThat(told).isEqualTo(tellsWebsites());
  }

  @Test
  void shouldRefuseACursorOfSomebodyElse() {
    assertThatThrownBy(() -> discovery().search(criteria(), Optional.of("not;ours")))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo("INVALID"));
  }

  @Test
  void shouldAnswerForEveryHandleInOrder() {
    String handle = existing();

    List<Enrichment> results = discovery().enrich(List.of("no handle!", NOBODY, handle)).results();

    assertThat(results)
        .extracting(Enrichment::handle)
        .containsExactly("no handle!", NOBODY, handle);
    assertThat(kind(results.get(0))).isEqualTo("INVALID");
    assertThat(kind(results.get(1))).isEqualTo("NOT_FOUND");
    NormalisedProfile profile = ((Enrichment.Enriched) results.get(2)).profile();
    assertThat(profile.identity().username()).isEqualToIgnoringCase(handle);
    if (tellsIds()) {
      assertThat(profile.identity().externalId()).isNotBlank();
    }
    assertThat(profile.audience().followers()).isPositive();
    assertThat(profile.description().fullName()).isNotBlank();
  }

  @Test
  void shouldAskNothingMoreOnceTheAccountIsRefused() {
    String handle = existing();
    sandbox.fault(platform(), "*", "token_expired");

    List<Enrichment> results = discovery().enrich(List.of(handle, handle, handle)).results();

    assertThat(results).extracting(DiscoveryContract::kind).containsOnly("AUTH");
    assertThat(results).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "429, RATE_LIMIT",
    "5xx, TRANSIENT",
    "token_expired, AUTH",
    "garbage, TRANSIENT",
    "slow, TRANSIENT"
  })
  void shouldNameTheFaultAndGoOnFromTheSameCursor(String fault, String kind) {
    sandbox.fault(platform(), "*", fault);

    assertThatThrownBy(() -> discovery().search(criteria(), Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
    assertThat(discovery().search(criteria(), Optional.empty()).nextCursor()).isPresent();
  }

  @Test
  void shouldMakeACallOnceAlthoughTheConnectionIsCut() {
    discovery().search(criteria(), Optional.empty());
    int before = requests();
    sandbox.fault(platform(), "*", "cut");

    assertThatThrownBy(() -> discovery().search(criteria(), Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo("TRANSIENT"));
    assertThat(requests()).isEqualTo(before + 1);
    assertThat(discovery().search(criteria(), Optional.empty()).nextCursor()).isPresent();
  }

  @Test
  void shouldSayThatNobodyListens() {
    assertThatThrownBy(
            () ->
                discoveryAt(SandboxFixture.nobodyListens(), transport)
                    .search(criteria(), Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo("TRANSIENT"));
  }

  protected final SandboxFixture sandbox() {
    return sandbox;
  }

  protected final HttpTransport transport() {
    return transport;
  }

  protected final Discovery discovery() {
    return discoveryAt(sandbox.platformUri(platform()), transport);
  }

  /** How many requests the simulator got. */
  private int requests() {
    int all = 0;
    for (JsonNode count : sandbox.get("/sandbox/ledger/requests").path("counts")) {
      all += count.asInt();
    }
    return all;
  }

  private static String kind(Enrichment result) {
    return result instanceof Enrichment.NotEnriched refused ? refused.failure().kind() : "ENRICHED";
  }
}
