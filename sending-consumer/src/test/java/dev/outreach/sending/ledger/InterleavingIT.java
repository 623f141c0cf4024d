package dev.outreach.sending.ledger;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.support.Postgres;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two workers, a housekeeper and an operator take their steps in random order, on the real tables
 * and by the real statements. Every step is a transaction, so any order of steps is one that
 * concurrent processes can bring about.
 */
@ExtendWith(Postgres.class)
class InterleavingIT {

  private static final int STEPS = 120;

  static LongStream seeds() {
    return Long.getLong("seed") == null
        ? LongStream.range(0, 5)
        : LongStream.of(Long.getLong("seed"));
  }

  @ParameterizedTest(name = "-Dseed={0}")
  @MethodSource("seeds")
  void shouldSendOnceAndNothingAfterAStop(long seed, HikariDataSource database) {
    try (Schedule schedule = new Schedule(database, seed)) {
      for (int step = 0; step < STEPS; step++) {
        schedule.step();
      }
      schedule.finish();
      schedule.check();
    }
  }
}
