package dev.outreach.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.Platform;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Order.MessageKind;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.RampUp;
import dev.outreach.sending.domain.Result.Route;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingSettingsTest {

  private static final Lane LINKEDIN = new Lane("LINKEDIN", Route.MANUAL);
  private static final Lane INSTAGRAM = new Lane("INSTAGRAM", Route.OFFICIAL_API);

  @Test
  void shouldBeConservativeWhereNothingIsSet() {
    SendingSettings settings = of(Map.of());

    assertThat(settings.limits().of(LINKEDIN).caps())
        .containsExactly(new Cap(20, Duration.ofDays(1)), new Cap(100, Duration.ofDays(7)));
    assertThat(settings.limits().of(INSTAGRAM).caps())
        .containsExactly(new Cap(1, Duration.ofSeconds(1)));
    assertThat(settings.limits().of(INSTAGRAM).hours()).isEmpty();
    assertThat(settings.accounts().get(Platform.INSTAGRAM)).isEqualTo("instagram-main");
  }

  @Test
  void shouldGoByTheDatabasesClockUnlessToldOtherwise() {
    assertThat(TimeSource.of(Settings.of(Map.of()))).isEqualTo(TimeSource.DATABASE);
    assertThat(TimeSource.of(Settings.of(Map.of("OUTREACH_SENDING_CLOCK", "process"))))
        .isEqualTo(TimeSource.PROCESS);
    assertThatThrownBy(() -> TimeSource.of(Settings.of(Map.of("OUTREACH_SENDING_CLOCK", "moon"))))
        .hasMessageStartingWith("OUTREACH_SENDING_CLOCK");
  }

  @Test
  void shouldTakeEveryValue() {
    SendingSettings settings =
        of(
            Map.ofEntries(
                Map.entry("OUTREACH_DATABASE_URL", "jdbc:postgresql://db:5432/outreach"),
                Map.entry("OUTREACH_DATABASE_USER", "sender"),
                Map.entry("OUTREACH_DATABASE_PASSWORD", "hush"),
                Map.entry("OUTREACH_INSTAGRAM_ACCOUNT", "studio"),
                Map.entry("OUTREACH_SENDING_IN_FLIGHT", "7"),
                Map.entry("OUTREACH_SENDING_CALL_DEADLINE", "9s"),
                Map.entry("OUTREACH_SENDING_SETTLE", "11s"),
                Map.entry("OUTREACH_SENDING_MOST_ATTEMPTS", "3"),
                Map.entry(
                    "OUTREACH_SENDING_LIMITS",
                    "linkedin.manual=5/1d,2/1d first;"
                        + " instagram.official_api=2/1s,gap 3s,jitter 4s,ramp 14d 25%"),
                Map.entry("OUTREACH_SENDING_PER_PERSON", "2/7d"),
                Map.entry("OUTREACH_SENDING_ZONES", "instagram/studio=Europe/Lisbon"),
                Map.entry("OUTREACH_INSTALLATION", "here"),
                Map.entry("OUTREACH_SENDING_HOURS", "08:00-20:00 Europe/Berlin"),
                Map.entry("OUTREACH_SENDING_CLOSED_ON", "2026-12-25")));

    Pacing instagram = settings.limits().of(INSTAGRAM);
    assertThat(settings.database().user()).isEqualTo("sender");
    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(settings.accounts().get(Platform.INSTAGRAM)).isEqualTo("studio");
    assertThat(settings.dispatch().inFlight()).isEqualTo(7);
    assertThat(settings.dispatch().callDeadline()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.dispatch().settle()).isEqualTo(Duration.ofSeconds(11));
    assertThat(settings.dispatch().mostWrites()).isEqualTo(3);
    assertThat(settings.limits().of(LINKEDIN).caps())
        .containsExactly(
            new Cap(5, Duration.ofDays(1)),
            new Cap(2, Duration.ofDays(1), Optional.of(MessageKind.INITIAL)));
    assertThat(instagram.ramp()).contains(new RampUp(Duration.ofDays(14), 25));
    assertThat(settings.limits().perPerson()).containsExactly(new Cap(2, Duration.ofDays(7)));
    assertThat(settings.limits().zones())
        .containsExactly(Map.entry(new From("INSTAGRAM", "studio"), ZoneId.of("Europe/Lisbon")));
    assertThat(settings.installation()).contains("here");
    assertThat(instagram.gap()).isEqualTo(Duration.ofSeconds(3));
    assertThat(instagram.jitter()).isEqualTo(Duration.ofSeconds(4));
    assertThat(instagram.hours().orElseThrow().from()).isEqualTo(LocalTime.of(8, 0));
    assertThat(instagram.hours().orElseThrow().closedOn())
        .isEqualTo(Set.of(LocalDate.parse("2026-12-25")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OUTREACH_DATABASE_URL | mysql://db",
        "OUTREACH_SENDING_IN_FLIGHT | 0",
        "OUTREACH_SENDING_LIMITS | myspace.manual=1/1s",
        "OUTREACH_SENDING_LIMITS | linkedin.manual=often",
        "OUTREACH_SENDING_LIMITS | linkedin.manual=0/1d",
        "OUTREACH_SENDING_LIMITS | linkedin.manual=ramp 14d 0%",
        "OUTREACH_SENDING_PER_PERSON | seldom",
        "OUTREACH_SENDING_ZONES | Lisbon",
        "OUTREACH_SENDING_ZONES | instagram/studio=Mars/Olympus",
        "OUTREACH_SENDING_HOURS | by day",
        "OUTREACH_SENDING_HOURS | 20:00-08:00 Europe/Berlin",
        "OUTREACH_SENDING_HOURS | 08:00-20:00 Mars/Olympus",
        "OUTREACH_SENDING_CLOSED_ON | christmas",
      })
  void shouldNameTheVariableThatIsWrong(String key, String value) {
    assertThatThrownBy(() -> of(Map.of(key, value)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(key);
  }

  private static SendingSettings of(Map<String, String> environment) {
    return SendingSettings.of(Settings.of(environment));
  }
}
