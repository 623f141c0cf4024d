package dev.outreach.platforms.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.RenewedTokens;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.DiscoveryContract;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TikTokResearchIT extends DiscoveryContract {

  private static final Secret FIRST = new Secret("clt.sandbox");

  @Override
  protected Discovery discoveryAt(URI base, HttpTransport transport) {
    return discovery(base, AccessTokens.fixed(FIRST), transport);
  }

  private Discovery discovery(URI base, AccessTokens tokens, HttpTransport transport) {
    return TikTokResearch.discovery(
        new ResearchSettings(base, "project", BenchmarkSet.creators2026(), 1_000),
        tokens,
        new Reach(transport, sandbox().clock()));
  }

  @Override
  protected String platform() {
    return "tiktok-research";
  }

  @Override
  protected String peoplesPlatform() {
    return "tiktok";
  }

  /** The Research API tells none. */
  @Override
  protected boolean tellsIds() {
    return false;
  }

  @Override
  protected SearchCriteria criteria() {
    return new SearchCriteria(List.of("#yoga"), List.of("DE", "US", "FR"), List.of("coffee"));
  }

  @Test
  void shouldFindNobodyOutsideTheCountries() {
    SearchCriteria nowhere = new SearchCriteria(List.of(), List.of("ZZ"), List.of("coffee"));

    assertThat(discovery().search(nowhere, Optional.empty()).found()).isEmpty();
  }

  @Test
  void shouldAskForACountryWherePlacesAreGivenAndNoneIsOne() {
    SearchCriteria town = new SearchCriteria(List.of(), List.of("Berlin"), List.of("coffee"));

    assertThatThrownBy(() -> discovery().search(town, Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo("INVALID"));
  }

  @Test
  void shouldReadTheFiguresOfTheProfileAndOfRecentVideos() {
    String handle = existing();

    Enrichment result = discovery().enrich(List.of(handle)).results().getFirst();

    NormalisedProfile profile = ((Enrichment.Enriched) result).profile();
    assertThat(profile.audience().verified()).isFalse();
    assertThat(profile.audience().posts()).isPositive();
    assertThat(profile.source().endpoint()).isEqualTo("tiktok research user");
  }

  @Test
  void shouldGetAnotherTokenWhereTheOldOneIsRefused() {
    ResearchTokens renewal =
        new ResearchTokens(
            sandbox().platformUri("tiktok-research"),
            new ResearchTokens.Client("project", new Secret("sandbox-research-secret")),
            transport(),
            sandbox().clock());
    Discovery discovery =
        discovery(
            sandbox().platformUri("tiktok-research"),
            new RenewedTokens(FIRST, _ -> renewal.refresh(), sandbox().clock()),
            transport());
    sandbox().fault("tiktok-research", "videos", "token_expired");

    assertThat(discovery.search(criteria(), Optional.empty()).found()).isNotEmpty();
  }

  @Test
  void shouldSayThatTheProjectsSecretIsWrong() {
    ResearchTokens renewal =
        new ResearchTokens(
            sandbox().platformUri("tiktok-research"),
            new ResearchTokens.Client("project", new Secret("of-somebody-else")),
            transport(),
            sandbox().clock());

    assertThatThrownBy(renewal::refresh)
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> {
              assertThat(refused.failure().kind()).isEqualTo("AUTH");
              assertThat(refused).hasMessageNotContaining("of-somebody-else");
            });
  }
}
