package dev.outreach.discovery.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the capturing process again and again while rows are inserted, many in one statement; each
 * time one that stands by takes over. A longer run: {@code -Dintake.kills=100}; another order of
 * events: {@code -Dintake.seed=…}.
 */
class TableIntakeCrashIT {

  private static final Logger log = LoggerFactory.getLogger(TableIntakeCrashIT.class);
  private static final int KILLS = Integer.getInteger("intake.kills", 10);
  private static final int ROWS_A_STATEMENT = 100;
  private static final Duration BETWEEN_STATEMENTS = Duration.ofMillis(200);

  @TempDir private Path directory;

  @Test
  void shouldMissAndDoubleNoRowWhenKilledDuringInserts() throws Exception {
    Random random = new Random(seed());
    try (IntakeWorld world = IntakeWorld.start(directory, "2GB")) {
      new TableIntakeDesk(world.parts()).report();
      AtomicBoolean inserting = new AtomicBoolean(true);
      CompletableFuture<Long> inserted =
          CompletableFuture.supplyAsync(() -> insertWhile(inserting, world));
      Process active = launch(world);
      try {
        for (int kill = 0; kill < KILLS; kill++) {
          Process standby = launch(world);
          awaitGrowth(world);
          LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
          active.destroyForcibly().waitFor();
          active = standby;
        }
        inserting.set(false);
        awaitAll(world, inserted.join());
      } finally {
        inserting.set(false);
        active.destroyForcibly().waitFor();
      }
      List<String> published = world.publishedIds();
      int doubled = published.size() - new HashSet<>(published).size();
      log.info("{} kills, {} rows: {} doubled", KILLS, published.size(), doubled);
      assertThat(doubled).isZero();
      assertThat(published).containsExactlyInAnyOrderElementsOf(world.insertedIds());
    }
  }

  private Process launch(IntakeWorld world) throws IOException {
    return DoomedIntake.launch(world, directory.resolve("intake.log"));
  }

  /** One statement of many rows after another, every fifth as a transaction of several. */
  private static long insertWhile(AtomicBoolean inserting, IntakeWorld world) {
    long rows = 0;
    try (Connection connection = world.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int round = 1; inserting.get(); round++) {
        statement.execute(
            "INSERT INTO social_discovery_requests (platform, keywords)"
                + " SELECT 'instagram', ARRAY['k' || n] FROM generate_series(1, "
                + ROWS_A_STATEMENT
                + ") n");
        rows += ROWS_A_STATEMENT;
        if (round % 5 != 0) {
          connection.commit();
        }
        LockSupport.parkNanos(BETWEEN_STATEMENTS.toNanos());
      }
      connection.commit();
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void awaitGrowth(IntakeWorld world) {
    long before = world.publishedEnd();
    patiently().until(() -> world.publishedEnd() > before);
  }

  private static void awaitAll(IntakeWorld world, long rows) {
    patiently()
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> world.publishedIds().size() >= rows);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50));
  }

  private static long seed() {
    long seed = Long.getLong("intake.seed", System.nanoTime());
    log.info("-Dintake.seed={}", seed);
    return seed;
  }
}
