package dev.outreach.sending.ledger;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class AccountsIT {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private SendingFixture fixture;
  private Accounts accounts;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    accounts = new Accounts(fixture.database());
  }

  @Test
  void shouldKeepARecordedAcceptanceBesideTheOneOfTheSettings() {
    accounts.introduce(List.of(STUDIO));
    assertThat(accept("Ada Byron")).isEqualTo(1);

    accounts.acceptRisk(STUDIO, "Mara Stein", NOON);

    assertThat(accepted("Ada Byron")).isEqualTo(1);
  }

  @Test
  void shouldKeepTheAcceptanceOfTheSettingsBesideARecordedOne() {
    accounts.acceptRisk(STUDIO, "Mara Stein", NOON);

    assertThat(accept("Ada Byron")).isEqualTo(1);

    assertThat(accepted("Mara Stein")).isEqualTo(1);
  }

  @Test
  void shouldMakeRoomByWithdrawing() {
    accounts.acceptRisk(STUDIO, "Mara Stein", NOON);
    fixture.number("SELECT social_send_accept_risk('INSTAGRAM', 'studio', NULL, now())");

    accept("Ada Byron");

    assertThat(accepted("Ada Byron")).isEqualTo(1);
  }

  private int accept(String by) {
    return fixture.number(
        "SELECT social_send_accept_risk('INSTAGRAM', 'studio', '%s', now())".formatted(by));
  }

  private int accepted(String by) {
    return fixture.number(
        "SELECT count(*) FROM social_send_accounts WHERE risk_accepted_by = '%s'".formatted(by));
  }
}
