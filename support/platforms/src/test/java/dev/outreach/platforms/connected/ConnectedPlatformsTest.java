package dev.outreach.platforms.connected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.Platform;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectedPlatformsTest {

  private static final Map<String, String> META =
      Map.of(
          "TOKEN", "token",
          "ACCOUNT_ID", "17841405309211844",
          "APP_SECRET", "old, new",
          "VERIFY_TOKEN", "verify");

  private static final Map<Platform, Map<String, String>> COMPLETE =
      Map.of(
          Platform.INSTAGRAM, META,
          Platform.FACEBOOK, META,
          Platform.TIKTOK,
              Map.of("TOKEN", "token", "ACCOUNT_ID", "open-id", "APP_SECRET", "old, new"));

  @Test
  void shouldConnectNothingWithoutCredentials() {
    try (ConnectedPlatforms platforms = connect(Map.of())) {
      assertThat(platforms.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"INSTAGRAM", "FACEBOOK", "TIKTOK"})
  void shouldConnectAPlatformWithItsCredentials(Platform platform) {
    try (ConnectedPlatforms platforms = connect(complete(platform))) {
      assertThat(platforms.all()).hasSize(1);
      Connection connection = platforms.of(platform).orElseThrow();
      assertThat(connection.platform()).isEqualTo(platform);
      assertThat(connection.capabilities()).isEqualTo(ConnectedPlatforms.offers().get(platform));
      assertThat(connection.messaging().orElseThrow().platform()).isEqualTo(platform);
      assertThat(connection.webhook()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"INSTAGRAM", "FACEBOOK", "TIKTOK"})
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
  void shouldRefuseCodesThatAreNone() {
    Map<String, String> settings = complete(Platform.TIKTOK);
    settings.put("OUTREACH_TIKTOK_WINDOW_CLOSED_CODES", "40003;x");

    assertThatThrownBy(() -> connect(settings).close())
        .hasMessageStartingWith("OUTREACH_TIKTOK_WINDOW_CLOSED_CODES is no list of codes");
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
