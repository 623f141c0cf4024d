package dev.outreach.platforms.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.RenewedTokens;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.DiscoveryContract;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedInDiscoveryIT extends DiscoveryContract {

  @ParameterizedTest
  @CsvSource({
    "li-noscope, 202607, PERMISSION",
    "li-expired, 202607, AUTH",
    "li-admin, 202501, PERMISSION"
  })
  void shouldNameWhatTheTokenOrVersionLacks(String token, String version, String kind) {
    LinkedInSettings settings =
        LinkedInSettings.usual(
            sandbox().platformUri("linkedin"),
            version,
            "urn:li:person:us",
            List.of(LinkedInFixture.CLIENT_SECRET));
    Discovery discovery =
        LinkedInFixture.adapter(settings, token, transport(), sandbox()).discovery();

    assertThatThrownBy(() -> discovery.search(criteria(), Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
  }

  @Test
  void shouldWaitForMidnightWhereTheDayIsUsedUp() {
    sandbox().fault("linkedin", "find_organization", "429");

    assertThatThrownBy(() -> discovery().search(criteria(), Optional.empty()))
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused ->
                assertThat(
                        ((PlatformFailure.RateLimit) refused.failure()).retryAfter().orElseThrow())
                    .isBetween(Duration.ofMinutes(1), Duration.ofHours(24).plusMinutes(1)));
  }

  @Test
  void shouldSearchCompaniesPageByPageWhereLinkedInGrantedIt() {
    Discovery discovery =
        LinkedInFixture.adapter(
                LinkedInFixture.settings(sandbox().platformUri("linkedin")).withCompanySearch(),
                "li-admin-token",
                transport(),
                sandbox())
            .discovery();
    SearchCriteria studios = new SearchCriteria(List.of(), List.of(), List.of("in "));

    var first = discovery.search(studios, Optional.empty());
    var second = discovery.search(studios, first.nextCursor());

    assertThat(first.found()).hasSize(25);
    assertThat(second.found()).isNotEmpty().doesNotContainAnyElementsOf(first.found());
  }

  @Test
  void shouldRenewARefusedTokenOnceAndGoOn() {
    URI base = sandbox().platformUri("linkedin");
    LinkedInTokens renewal =
        new LinkedInTokens(
            base,
            new LinkedInTokens.Client(
                "app", LinkedInFixture.CLIENT_SECRET, new Secret("li-refresh-token")),
            transport(),
            sandbox().clock());
    RenewedTokens tokens =
        new RenewedTokens(new Secret("li-expired"), _ -> renewal.refresh(), sandbox().clock());
    Discovery discovery =
        new LinkedIn(
                LinkedInFixture.settings(base), tokens, new Reach(transport(), sandbox().clock()))
            .discovery();

    assertThat(discovery.search(criteria(), Optional.empty()).found()).isNotEmpty();
    assertThat(tokens.current().value()).startsWith("li-admin-token.renewed");
  }

  @Test
  void shouldKeepTheRefusalWhereTheTokenCannotBeRenewed() {
    URI base = sandbox().platformUri("linkedin");
    LinkedInTokens renewal =
        new LinkedInTokens(
            base,
            new LinkedInTokens.Client("app", LinkedInFixture.CLIENT_SECRET, new Secret("revoked")),
            transport(),
            sandbox().clock());
    RenewedTokens tokens =
        new RenewedTokens(new Secret("li-expired"), _ -> renewal.refresh(), sandbox().clock());

    assertThat(tokens.renew(new Secret("li-expired"))).isFalse();
    assertThatThrownBy(renewal::refresh).hasMessageContaining("invalid_grant");
  }

  @Override
  protected Discovery discoveryAt(URI base, HttpTransport transport) {
    return LinkedInFixture.adapter(
            LinkedInFixture.settings(base), "li-admin-token", transport, sandbox())
        .discovery();
  }

  @Override
  protected String platform() {
    return "linkedin";
  }

  @Override
  protected SearchCriteria criteria() {
    return new SearchCriteria(List.of("Yoga"), List.of(), List.of("Coffee", "no such company"));
  }

  @Override
  protected String existing() {
    return "ceramics";
  }

  @Override
  protected boolean findsProfiles() {
    return true;
  }
}
