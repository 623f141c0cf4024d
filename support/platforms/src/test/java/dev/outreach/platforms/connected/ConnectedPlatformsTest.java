package dev.outreach.platforms.connected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.tiktok.TikTokResearch;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectedPlatformsTest {

  private static final Map<String, String> META =
      Map.of(
          "TOKEN", "token",
          "ACCOUNT_ID", "17841405309211844",
          "APP_SECRET", "old, new",
          "VERIFY_TOKEN", "verify");

  private static final Map<Platform, Map<String, String>> COMPLETE =
      Map.of(
          Platform.INSTAGRAM,
          META,
          Platform.FACEBOOK,
          META,
          Platform.TIKTOK,
          Map.of("TOKEN", "token", "ACCOUNT_ID", "open-id", "APP_SECRET", "old, new"),
          Platform.LINKEDIN,
          Map.of("TOKEN", "token", "ACCOUNT_ID", "urn:li:person:a", "APP_SECRET", "old, new"));

  @Test
  void shouldConnectNothingWithoutCredentials() {
    try (ConnectedPlatforms platforms = connect(Map.of())) {
      assertThat(platforms.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldConnectAPlatformWithItsCredentials(Platform platform) {
    try (ConnectedPlatforms platforms = connect(complete(platform))) {
      assertThat(platforms.all()).hasSize(1);
      Connection connection = platforms.of(platform).orElseThrow();
      assertThat(connection.platform()).isEqualTo(platform);
      assertThat(connection.capabilities()).isEqualTo(ConnectedPlatforms.offers().get(platform));
      assertThat(connection.webhook().orElseThrow().platform()).isEqualTo(platform);
      assertThat(connection.messaging().isPresent()).isEqualTo(platform != Platform.LINKEDIN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNameTheSettingThatIsMissing(Platform platform) {
    for (String key : complete(platform).keySet()) {
      if (key.endsWith("_TOKEN") && !key.endsWith("VERIFY_TOKEN")) {
        continue;
      }
      Map<String, String> incomplete = complete(platform);
      incomplete.remove(key);

      assertThatThrownBy(() -> connect(incomplete).close())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(key + " is missing");
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldDiscoverWithTheSettingsItNames(Platform platform) {
    List<String> names = ConnectedPlatforms.settingsOfDiscovery(platform);
    Map<String, String> settings = complete(platform);
    settings.keySet().retainAll(names);
    names.forEach(name -> settings.putIfAbsent(name, "marketplace"));

    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.of(platform).orElseThrow().discovery()).isPresent();
    }
  }

  @Test
  void shouldDiscoverOnTikTokWithAMarketplaceAccountOnly() {
    Map<String, String> settings = complete(Platform.TIKTOK);
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.of(Platform.TIKTOK).orElseThrow().discovery()).isEmpty();
    }
    settings.put("OUTREACH_TIKTOK_MARKETPLACE_ID", "tto-9001");
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.of(Platform.TIKTOK).orElseThrow().discovery()).isPresent();
    }
  }

  @Test
  void shouldDiscoverOnTikTokByResearchOnlyWhereItIsApproved() {
    Map<String, String> settings = complete(Platform.TIKTOK);
    settings.put("OUTREACH_TIKTOK_RESEARCH_CLIENT_KEY", "project");
    settings.put("OUTREACH_TIKTOK_RESEARCH_CLIENT_SECRET", "secret");
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.of(Platform.TIKTOK).orElseThrow().discovery()).isEmpty();
    }
    settings.put("OUTREACH_TIKTOK_RESEARCH_APPROVED", "true");
    try (ConnectedPlatforms platforms = connect(settings)) {
      Connection tiktok = platforms.of(Platform.TIKTOK).orElseThrow();
      assertThat(tiktok.discovery()).isPresent();
      assertThat(tiktok.capabilities()).isEqualTo(TikTokResearch.capabilities());
    }
    settings.remove("OUTREACH_TIKTOK_RESEARCH_CLIENT_SECRET");
    assertThatThrownBy(() -> connect(settings).close())
        .hasMessageContaining("OUTREACH_TIKTOK_RESEARCH_CLIENT_SECRET is missing");
  }

  @Test
  void shouldRefuseCodesThatAreNone() {
    Map<String, String> settings = complete(Platform.TIKTOK);
    settings.put("OUTREACH_TIKTOK_WINDOW_CLOSED_CODES", "40003;x");

    assertThatThrownBy(() -> connect(settings).close())
        .hasMessageStartingWith("OUTREACH_TIKTOK_WINDOW_CLOSED_CODES is no list of codes");
  }

  @Test
  void shouldSendOnLinkedInOnlyAsAPartnerAndByClicks() {
    Map<String, String> settings = complete(Platform.LINKEDIN);
    settings.put("OUTREACH_LINKEDIN_MESSAGES", "true");
    try (ConnectedPlatforms platforms = connect(settings)) {
      Connection linkedin = platforms.of(Platform.LINKEDIN).orElseThrow();
      assertThat(linkedin.messaging()).isPresent();
      assertThat(linkedin.terms()).isEqualTo(SendingTerms.CLICKS);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"INSTAGRAM", "FACEBOOK"})
  void shouldAnswerLongerWhereMetaApprovedIt(Platform platform) {
    Map<String, String> settings = complete(platform);
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.of(platform).orElseThrow().terms()).isEqualTo(SendingTerms.ANSWERS);
    }
    settings.put("OUTREACH_" + platform + "_HUMAN_AGENT", "true");
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.of(platform).orElseThrow().terms()).isEqualTo(SendingTerms.LONG_ANSWERS);
    }
    settings.put("OUTREACH_" + platform + "_HUMAN_AGENT", "yes");
    assertThatThrownBy(() -> connect(settings).close())
        .hasMessage("OUTREACH_" + platform + "_HUMAN_AGENT is yes: give true or false");
  }

  @Test
  void shouldKeepTheThirdPartyClosedUntilSomebodyAcceptsTheRisk() {
    Map<String, String> settings = unipile();
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.thirdParty())
          .isInstanceOfSatisfying(
              ThirdParty.Closed.class,
              closed -> assertThat(closed.code()).isEqualTo("RISK_NOT_ACCEPTED"));
      assertThat(platforms.thirdParty().of(Platform.LINKEDIN)).isEmpty();
    }
    settings.put("OUTREACH_UNIPILE_RISK_ACCEPTED_BY", "Mara Stein");
    assertThatThrownBy(() -> connect(settings).close())
        .hasMessageStartingWith("OUTREACH_UNIPILE_RISK_ACCEPTED_ON is missing");
    settings.put("OUTREACH_UNIPILE_RISK_ACCEPTED_ON", "2026-11-20");
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.thirdParty())
          .isInstanceOfSatisfying(
              ThirdParty.Open.class,
              open -> {
                assertThat(open.acceptance().by()).isEqualTo("Mara Stein");
                assertThat(open.toString()).doesNotContain("Mara");
              });
      assertThat(platforms.thirdParty().of(Platform.LINKEDIN)).isPresent();
      assertThat(platforms.thirdParty().of(Platform.INSTAGRAM)).isPresent();
      assertThat(platforms.thirdParty().of(Platform.TIKTOK)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2999-01-01", "yesterday"})
  void shouldRefuseAnAcceptanceOfNoDay(String day) {
    Map<String, String> settings = unipile();
    settings.put("OUTREACH_UNIPILE_RISK_ACCEPTED_BY", "Mara Stein");
    settings.put("OUTREACH_UNIPILE_RISK_ACCEPTED_ON", day);

    assertThatThrownBy(() -> connect(settings).close())
        .hasMessageStartingWith("OUTREACH_UNIPILE_RISK_ACCEPTED_ON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api13.unipile.com:14376",
        "api13.unipile.com:14376",
        "ftp://api.unipile.com",
        "https://user:secret@api.unipile.com",
        "https://api.unipile.com/?key=1",
        "https:// api.unipile.com"
      })
  void shouldRefuseToShowTheThirdPartysKeyToOthers(String address) {
    Map<String, String> settings = accepted();
    settings.put("OUTREACH_UNIPILE_BASE_URL", address);

    assertThatThrownBy(() -> connect(settings).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("OUTREACH_UNIPILE_BASE_URL ")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api13.unipile.com:14376",
        "http://127.0.0.1:8090/unipile",
        "http://localhost:8090",
        "http://[::1]:8090"
      })
  void shouldReachTheThirdPartyEncryptedOrOnThisMachine(String address) {
    Map<String, String> settings = accepted();
    settings.put("OUTREACH_UNIPILE_BASE_URL", address);

    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(platforms.thirdParty().of(Platform.LINKEDIN)).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({"INSTAGRAM,1000", "FACEBOOK,2000", "TIKTOK,6000", "LINKEDIN,8000"})
  void shouldTakeAnotherLengthOfMessagesWhereOneIsSet(Platform platform, int usual) {
    Map<String, String> settings = complete(platform);
    settings.put("OUTREACH_LINKEDIN_MESSAGES", "true");
    assertThat(limitOf(platform, settings)).isEqualTo(usual);

    settings.put("OUTREACH_" + platform + "_MESSAGE_LIMIT", "123");
    assertThat(limitOf(platform, settings)).isEqualTo(123);

    settings.put("OUTREACH_" + platform + "_MESSAGE_LIMIT", "0");
    assertThatThrownBy(() -> connect(settings).close())
        .hasMessage("OUTREACH_" + platform + "_MESSAGE_LIMIT is 0: give 1 to 99999");
  }

  @Test
  void shouldTakeOtherLimitsOfTheThirdParty() {
    Map<String, String> settings = accepted();
    settings.put("OUTREACH_UNIPILE_LINKEDIN_MESSAGE_LIMIT", "1900");
    settings.put("OUTREACH_UNIPILE_INVITE_NOTE_LIMIT", "300");
    try (ConnectedPlatforms platforms = connect(settings)) {
      assertThat(
              platforms
                  .thirdParty()
                  .of(Platform.LINKEDIN)
                  .flatMap(Connection::messaging)
                  .orElseThrow()
                  .limit()
                  .maximum())
          .isEqualTo(1900);
    }
    settings.put("OUTREACH_UNIPILE_INVITE_NOTE_LIMIT", "301");
    assertThatThrownBy(() -> connect(settings).close())
        .hasMessage("OUTREACH_UNIPILE_INVITE_NOTE_LIMIT is 301: give 1 to 300 characters");
  }

  @Test
  void shouldRefuseAnAgeOfSignaturesThatIsNone() {
    Map<String, String> settings = complete(Platform.TIKTOK);
    settings.put("OUTREACH_TIKTOK_WEBHOOK_AGE", "soon");

    assertThatThrownBy(() -> connect(settings).close())
        .hasMessage("OUTREACH_TIKTOK_WEBHOOK_AGE is soon: give 1s to 999s");
  }

  private static int limitOf(Platform platform, Map<String, String> settings) {
    try (ConnectedPlatforms platforms = connect(settings)) {
      return platforms.of(platform).flatMap(Connection::messaging).orElseThrow().limit().maximum();
    }
  }

  private static Map<String, String> accepted() {
    Map<String, String> settings = unipile();
    settings.put("OUTREACH_UNIPILE_RISK_ACCEPTED_BY", "Mara Stein");
    settings.put("OUTREACH_UNIPILE_RISK_ACCEPTED_ON", "2026-11-20");
    return settings;
  }

  private static Map<String, String> unipile() {
    return new HashMap<>(
        Map.of(
            "OUTREACH_UNIPILE_TOKEN", "key",
            "OUTREACH_UNIPILE_BASE_URL", "https://api.unipile.com",
            "OUTREACH_UNIPILE_LINKEDIN_ACCOUNT_ID", "acc_1",
            "OUTREACH_UNIPILE_INSTAGRAM_ACCOUNT_ID", "acc_2",
            "OUTREACH_UNIPILE_WEBHOOK_SECRET", "secret"));
  }

  private static Map<String, String> complete(Platform platform) {
    Map<String, String> settings = new HashMap<>();
    COMPLETE
        .getOrDefault(platform, Map.of())
        .forEach((name, value) -> settings.put("OUTREACH_" + platform + "_" + name, value));
    return settings;
  }

  private static ConnectedPlatforms connect(Map<String, String> settings) {
    return ConnectedPlatforms.of(key -> Optional.ofNullable(settings.get(key)), Clock.systemUTC());
  }
}
