package dev.outreach.sending.ledger;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody resumes while a claim is just being decided. */
@ExtendWith(Postgres.class)
class ResumeIT {

  private static final String WAITING_FOR_A_LOCK =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'\
      """;

  private SendingFixture fixture;
  private Accounts accounts;
  private FakePlatform platform;
  private Order order;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    accounts = new Accounts(fixture.database());
    platform = fixture.platform(DeliveryClass.BLIND);
    order = answer("ann", fixture.now());
    fixture.order(order);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldSendWhatWasPutToSleepWhileItsAccountWasResumed(HikariDataSource database)
      throws SQLException, InterruptedException {
    accounts.pause(STUDIO, "ada", fixture.now());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      claim(connection);
      Thread resuming = Thread.ofVirtual().start(() -> accounts.resume(STUDIO));
      eventually().until(() -> fixture.number(WAITING_FOR_A_LOCK) == 1);
      connection.commit();
      resuming.join();
    }

    sends();
  }

  @Test
  void shouldSendWhatWasPutToSleepWhileEverythingWasResumed(HikariDataSource database)
      throws SQLException {
    accounts.pauseAll("ada", fixture.now());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      claim(connection);
      accounts.resumeAll();
      connection.commit();
    }

    sends();
  }

  @Test
  void shouldLetWhatIsStillPausedSleep() {
    accounts.pause(STUDIO, "ada", fixture.now());
    fixture.startDispatcher(platform);
    eventually().until(() -> fixture.waitingFor("ACCOUNT_PAUSED") == 1);

    assertThat(wakeFreed()).isZero();
    accounts.pauseAll("ada", fixture.now());
    assertThat(wakeFreed()).isZero();
  }

  private void claim(Connection connection) throws SQLException {
    Outlets outlets = SendingFixture.outlets(platform);
    ClaimRules rules = new ClaimRules(Limits.none(), outlets::way, Duration.ofSeconds(30), 4);
    assertThat(new Claims(new ChangeWriter(), rules).claim(connection, STUDIO, 10, fixture.now()))
        .isEmpty();
  }

  private int wakeFreed() {
    try (SendLedger ledger =
        fixture.ledger(SendingFixture.outlets(platform), SendingFixture.impatient())) {
      return ledger.wakeFreed(fixture.now());
    }
  }

  private void sends() {
    fixture.startDispatcher(platform);
    fixture.startCaretaker(platform);
    fixture.awaitState(order, "SENT");
  }
}
