package dev.outreach.sending.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class LedgerClockIT {

  /** The server runs on this machine, so its clock is this machine's. */
  private static final Clock SERVER = Clock.systemUTC();

  private static final Duration WRONG = Duration.ofSeconds(30);

  @Test
  void shouldTellTheServersTimeOnMachinesThatGoWrong(HikariDataSource database) {
    LedgerClock fast = new LedgerClock(database, Clock.offset(SERVER, WRONG));
    LedgerClock slow = new LedgerClock(database, Clock.offset(SERVER, WRONG.negated()));

    fast.synchronise();
    slow.synchronise();

    assertThat(fast.instant()).isCloseTo(SERVER.instant(), within(1, ChronoUnit.SECONDS));
    assertThat(slow.instant()).isCloseTo(fast.instant(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void shouldFollowAMachineWhoseClockIsSet(HikariDataSource database) {
    TestClock machine = new TestClock();
    LedgerClock clock = new LedgerClock(database, machine);
    clock.synchronise();

    machine.advance(WRONG);
    clock.synchronise();

    assertThat(clock.instant()).isCloseTo(SERVER.instant(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void shouldKeepTheLastDifferenceWhileTheServerIsAway(HikariDataSource database) {
    LedgerClock clock = new LedgerClock(database, Clock.offset(SERVER, WRONG));
    clock.synchronise();
    database.close();

    assertThatThrownBy(clock::synchronise).isInstanceOf(LedgerException.class);
    assertThat(clock.instant()).isCloseTo(SERVER.instant(), within(1, ChronoUnit.SECONDS));
  }
}
