package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.Recount;
import dev.outreach.runtime.Health;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL dies, drops us, is full, goes back in time: the projector waits, says so, converges.
 */
class PostgresFaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final MovableClock clock = new MovableClock(Events.START);
  private RunningLog log;
  private RestartablePostgres postgres;
  private StatusProjectorApp projector;
  private int people;

  @BeforeEach
  void start(@TempDir Path broker, @TempDir Path database) throws Exception {
    log = new RunningLog(broker);
    postgres = new RestartablePostgres(database);
    projector = log.projector(postgres.pool, clock, "faults");
    projector.start();
  }

  @AfterEach
  void stop() {
    // The broker ends the process where its folder vanishes before it is closed.
    try (RunningLog _ = log;
        RestartablePostgres _ = postgres) {
      projector.close();
    }
  }

  @Test
  void shouldGoOnAfterPostgresDiedInTheMiddle()
      throws IOException, ExecutionException, InterruptedException {
    happen(300);
    awaitEverybody();
    for (int i = 0; i < 3; i++) {
      happen(2_000);
      postgres.dieAtOnce();
      happen(200);
      awaitDown("PostgreSQL");
      postgres.start();
      awaitEverybody();
    }
    assertUpAndExact();
  }

  @Test
  void shouldGoOnAfterItsConnectionsAreTerminatedAgainAndAgain()
      throws ExecutionException, InterruptedException, SQLException {
    try (Connection administrator = postgres.pool("administrator", 1).getConnection();
        Statement statement = administrator.createStatement()) {
      for (int i = 0; i < 20; i++) {
        happen(300);
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
      }
    }
    awaitEverybody();
    assertUpAndExact();
  }

  @Test
  void shouldWaitForAConnectionWhereThereIsNone()
      throws ExecutionException, InterruptedException, SQLException {
    happen(100);
    awaitEverybody();
    List<Connection> taken = new ArrayList<>();
    try (HikariDataSource greedy = postgres.pool("greedy", RestartablePostgres.CONNECTIONS)) {
      await()
          .atMost(PATIENCE)
          .dontCatchUncaughtExceptions()
          .until(() -> hasTakenAll(greedy, taken));
      happen(100);
      awaitDown("PostgreSQL has no connection");
      for (Connection connection : taken) {
        connection.close();
      }
    }
    awaitEverybody();
    assertUpAndExact();
  }

  @Test
  void shouldApplyAgainWhatAnOlderBackupDoesNotHaveEvenWhereNothingNewHappens()
      throws IOException, ExecutionException, InterruptedException {
    happen(500);
    awaitEverybody();
    postgres.stop();
    Path backup = postgres.copy("backup");
    postgres.start();
    happen(1_000);
    awaitEverybody();

    postgres.stop();
    postgres.restore(backup);
    postgres.start();

    awaitEverybody();
    assertUpAndExact();
  }

  /** The projector asks at the same time: what it got is taken from it, and asked for again. */
  private static boolean hasTakenAll(HikariDataSource greedy, List<Connection> taken)
      throws SQLException {
    try {
      while (taken.size() < RestartablePostgres.CONNECTIONS) {
        taken.add(greedy.getConnection());
      }
    } catch (SQLTransientConnectionException _) {
      if (!taken.isEmpty()) {
        try (Statement statement = taken.getFirst().createStatement()) {
          statement.execute(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE application_name <> 'greedy' AND backend_type = 'client backend'");
        }
      }
    }
    return taken.size() == RestartablePostgres.CONNECTIONS;
  }

  private void happen(int events) throws ExecutionException, InterruptedException {
    for (int i = 0; i < events; i++) {
      log.append(
          people,
          Events.event(
              "person" + people, 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED));
      people++;
    }
    log.settle();
  }

  private void awaitDown(String why) {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .until(
            () -> projector.health() instanceof Health.Down(String reason) && reason.contains(why));
  }

  private void awaitEverybody() {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .ignoreExceptions()
        .until(() -> status().total().counts().people() == people);
  }

  private void assertUpAndExact() {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .ignoreExceptions()
        .until(() -> projector.health().isUp() && status().eventsBehind() == 0);
    assertThat(new Recount(postgres.pool).run().differences()).isEmpty();
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .until(() -> log.meters.get("projection.audited.seconds").gauge().value() > 0);
    assertThat(log.meters.get("projection.drift").gauge().value()).isZero();
  }

  private PipelineStatus status() {
    return new PipelineStatusQuery(postgres.pool).of("acme");
  }
}
