package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.api.inbox.InboxSettings;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiConfigTest {

  private static final String TOKEN = "0123456789abcdef";

  @Test
  void shouldHaveDefaults() {
    assertThat(ApiConfig.of(Settings.of(Map.of("OUTREACH_ADMIN_TOKEN", TOKEN))))
        .isEqualTo(
            new ApiConfig(
                "127.0.0.1",
                8080,
                new Secret(TOKEN),
                Optional.empty(),
                Duration.ofSeconds(2),
                InboxSettings.STANDARD));
  }

  @Test
  void shouldTakeEverySetting() {
    Settings settings =
        Settings.of(
            Map.of(
                "OUTREACH_ADMIN_TOKEN", TOKEN,
                "OUTREACH_HTTP_HOST", "0.0.0.0",
                "OUTREACH_HTTP_PORT", "9999",
                "OUTREACH_WEBSITES_URL", "https://sites.example/",
                "OUTREACH_COMMAND_PATIENCE", "5s",
                "OUTREACH_INBOX_MEMORY", "4d",
                "OUTREACH_INBOX_WAITING", "5d",
                "OUTREACH_INBOX_POLL", "1m"));

    assertThat(ApiConfig.of(settings))
        .isEqualTo(
            new ApiConfig(
                "0.0.0.0",
                9999,
                new Secret(TOKEN),
                Optional.of(URI.create("https://sites.example")),
                Duration.ofSeconds(5),
                new InboxSettings(Duration.ofDays(4), Duration.ofDays(5), Duration.ofMinutes(1))));
    assertThat(settings.unknown()).isEmpty();
  }

  @Test
  void shouldNameTheVariableThatIsWrong() {
    assertRefused(Map.of(), "OUTREACH_ADMIN_TOKEN is not set");
    assertRefused(Map.of("OUTREACH_ADMIN_TOKEN", "short"), "OUTREACH_ADMIN_TOKEN is too weak");
    assertRefused(
        Map.of("OUTREACH_ADMIN_TOKEN", TOKEN, "OUTREACH_COMMAND_PATIENCE", "1h"),
        "OUTREACH_COMMAND_PATIENCE is PT1H");
    assertRefused(
        Map.of("OUTREACH_ADMIN_TOKEN", TOKEN, "OUTREACH_INBOX_MEMORY", "1d"),
        "OUTREACH_INBOX_MEMORY is PT24H");
  }

  @Test
  void shouldNotShowTheToken() {
    assertThat(RunningApi.config().toString()).doesNotContain(RunningApi.TOKEN);
  }

  private static void assertRefused(Map<String, String> environment, String message) {
    assertThatThrownBy(() -> ApiConfig.of(Settings.of(environment)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(message);
  }
}
