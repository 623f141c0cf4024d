package dev.outreach.platforms.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Engagement;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.contract.SandboxFixture;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstagramDiscoveryIT {

  private static final SearchCriteria COFFEE =
      new SearchCriteria(List.of(), List.of("Berlin"), List.of("coffee"));

  @TempDir private Path folder;
  private SandboxFixture sandbox;
  private Discovery discovery;

  @BeforeEach
  void start() {
    sandbox = new SandboxFixture(folder, settings -> settings);
    discovery = InstagramFixture.adapter(sandbox.platformUri("instagram"), sandbox).discovery();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void shouldWalkTheWholeSearchByItsCursors() {
    Set<String> handles = new HashSet<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      SearchPage page = discovery.search(COFFEE, cursor);
      page.found().stream().map(Found::handle).forEach(handles::add);
      cursor = page.nextCursor();
      pages++;
    } while (cursor.isPresent() && pages < 50);

    assertThat(pages).isBetween(4, 49);
    assertThat(handles).hasSizeGreaterThan(3);
    assertThat(discovery.enrich(List.copyOf(handles)).results())
        .anySatisfy(result -> assertThat(result).isInstanceOf(Enrichment.Enriched.class));
  }

  @Test
  void shouldReadAProfileWithItsFiguresAndScore() {
    sandbox.post("/sandbox/instagram/people", "{\"people\":[{\"username\":\"blue.kiln\"}]}");

    EnrichedBatch batch = discovery.enrich(List.of("Blue.Kiln"));

    NormalisedProfile profile = ((Enrichment.Enriched) batch.results().getFirst()).profile();
    assertThat(profile.identity().username()).isEqualTo("blue.kiln");
    assertThat(profile.identity().externalId()).startsWith("1784140");
    assertThat(profile.identity().messagingAddress()).isNull();
    assertThat(profile.audience().followers()).isPositive();
    assertThat(profile.audience().verified()).isNull();
    assertThat(profile.description().category()).isNull();
    assertThat(profile.activity().averageLikes()).isPositive();
    assertThat(profile.activity().lastPostAt()).isBefore(sandbox.now());
    assertThat(profile.engagement()).isInstanceOf(Engagement.Scored.class);
    assertThat(batch.usage().percent()).hasValue(0);
    assertThat(profile.toString()).doesNotContain("kiln");
  }

  @Test
  void shouldAnswerForEveryHandleInOrder() {
    sandbox.post(
        "/sandbox/instagram/people",
        "{\"people\":[{\"username\":\"first.one\"},{\"username\":\"private.one\",\"personal\":true}]}");

    List<Enrichment> results =
        discovery
            .enrich(List.of("private.one", "first.one", "not a handle){id}", "missing.one"))
            .results();

    assertThat(results)
        .extracting(Enrichment::handle)
        .containsExactly("private.one", "first.one", "not a handle){id}", "missing.one");
    assertThat(failure(results.get(0))).isInstanceOf(PlatformFailure.NotFound.class);
    assertThat(results.get(1)).isInstanceOf(Enrichment.Enriched.class);
    assertThat(failure(results.get(2))).isInstanceOf(PlatformFailure.Invalid.class);
    assertThat(failure(results.get(3))).isInstanceOf(PlatformFailure.NotFound.class);
  }

  @Test
  void shouldStopAskingWhenTheAccountIsRateLimited() {
    sandbox.fault("instagram", "business_discovery", "429");

    List<Enrichment> results = discovery.enrich(List.of("one", "two", "three")).results();

    assertThat(results)
        .hasSize(3)
        .allSatisfy(
            result -> assertThat(failure(result)).isInstanceOf(PlatformFailure.RateLimit.class));
    assertThat(sandbox.get("/sandbox/ledger/requests").path("latest")).hasSize(1);
  }

  @Test
  void shouldSayThatTheTokenIsWrong() {
    Discovery stranger =
        InstagramFixture.adapter(sandbox.platformUri("instagram"), sandbox, "another-token")
            .discovery();

    assertThatThrownBy(() -> stranger.search(COFFEE, Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure()).isInstanceOf(PlatformFailure.Auth.class))
        .hasMessageNotContaining("another-token");
  }

  @Test
  void shouldEndAtOnceWithoutCriteria() {
    assertThat(
            discovery
                .search(new SearchCriteria(List.of(), List.of(), List.of()), Optional.empty())
                .nextCursor())
        .isEmpty();
    assertThatThrownBy(() -> discovery.search(COFFEE, Optional.of("someone else's")))
        .isInstanceOf(PlatformException.class);
  }

  @Test
  void shouldFailInTimeWhenThePlatformStalls() {
    sandbox.fault("instagram", "search_hashtag", "timeout_after_accept");

    assertThatThrownBy(() -> discovery.search(COFFEE, Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure()).isInstanceOf(PlatformFailure.Transient.class));
  }

  private static PlatformFailure failure(Enrichment result) {
    return ((Enrichment.NotEnriched) result).failure();
  }
}
