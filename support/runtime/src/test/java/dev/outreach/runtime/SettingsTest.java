package dev.outreach.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void shouldFallBackWhereAKeyIsAbsentOrBlank() {
    Settings settings = Settings.of(Map.of("OUTREACH_A", "  "));

    assertThat(settings.text("OUTREACH_A", "x")).isEqualTo("x");
    assertThat(settings.integer("OUTREACH_B", 7, 1, 9)).isEqualTo(7);
    assertThat(settings.flag("OUTREACH_C", true)).isTrue();
    assertThat(settings.secret("OUTREACH_D")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"250ms,PT0.25S", "30s,PT30S", "5m,PT5M", "2h,PT2H", "3d,PT72H", "PT1M,PT1M"})
  void shouldReadLengthsOfTime(String text, Duration expected) {
    Settings settings = Settings.of(Map.of("OUTREACH_WAIT", text));

    assertThat(settings.duration("OUTREACH_WAIT", Duration.ZERO)).isEqualTo(expected);
  }

  @Test
  void shouldNameTheKeyTheProblemAndTheFixWhereAValueIsRefused() {
    Settings settings =
        Settings.of(
            Map.of(
                "OUTREACH_N", "12x",
                "OUTREACH_M", "99",
                "OUTREACH_T", "soon",
                "OUTREACH_F", "yes",
                "OUTREACH_U", "localhost:80"));

    assertThatThrownBy(() -> settings.integer("OUTREACH_N", 1, 1, 9))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("OUTREACH_N is not a whole number: use a number from 1 to 9");
    assertThatThrownBy(() -> settings.integer("OUTREACH_M", 1, 1, 9))
        .hasMessage("OUTREACH_M is 99: use a number from 1 to 9");
    assertThatThrownBy(() -> settings.duration("OUTREACH_T", Duration.ZERO))
        .hasMessageStartingWith("OUTREACH_T is no length of time");
    assertThatThrownBy(() -> settings.flag("OUTREACH_F", true))
        .hasMessageStartingWith("OUTREACH_F is neither true nor false");
    assertThatThrownBy(() -> settings.address("OUTREACH_U", ""))
        .hasMessageStartingWith("OUTREACH_U is no address");
  }

  @Test
  void shouldReportKeysNobodyAskedFor() {
    Settings settings =
        Settings.of(Map.of("OUTREACH_PROT", "1", "OUTREACH_PORT", "2", "PATH", "x"));

    settings.integer("OUTREACH_PORT", 1, 1, 9);

    assertThat(settings.unknown()).containsExactly("OUTREACH_PROT");
  }

  @Test
  void shouldNeverShowASecret() {
    Secret secret =
        Settings.of(Map.of("OUTREACH_KEY", "canary")).secret("OUTREACH_KEY").orElseThrow();

    assertThat(secret.toString()).doesNotContain("canary");
    assertThat(secret.value()).isEqualTo("canary");
  }
}
