package dev.outreach.platforms.connected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectedPlatformsTest {

  private final Map<String, String> complete =
      Map.of(
          "OUTREACH_INSTAGRAM_TOKEN", "token",
          "OUTREACH_INSTAGRAM_ACCOUNT_ID", "17841405309211844",
          "OUTREACH_INSTAGRAM_APP_SECRET", "old, new",
          "OUTREACH_INSTAGRAM_VERIFY_TOKEN", "verify");

  @Test
  void shouldConnectNothingWithoutCredentials() {
    try (ConnectedPlatforms platforms = connect(Map.of())) {
      assertThat(platforms.instagram()).isEmpty();
    }
  }

  @Test
  void shouldConnectInstagramWithItsCredentials() {
    try (ConnectedPlatforms platforms = connect(complete)) {
      assertThat(platforms.instagram()).isPresent();
    }
  }

  @Test
  void shouldNameTheSettingThatIsMissing() {
    for (String key : complete.keySet()) {
      if (key.equals("OUTREACH_INSTAGRAM_TOKEN")) {
        continue;
      }
      Map<String, String> incomplete = new HashMap<>(complete);
      incomplete.remove(key);

      assertThatThrownBy(() -> connect(incomplete).close())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(key + " is missing");
    }
  }

  private static ConnectedPlatforms connect(Map<String, String> settings) {
    return ConnectedPlatforms.of(key -> Optional.ofNullable(settings.get(key)), Clock.systemUTC());
  }
}
