package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.ReadModelChanges;
import dev.outreach.readmodel.Recount;
import dev.outreach.runtime.Health;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The app as it runs: a real broker, a real PostgreSQL, several instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusProjectorAppIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final MovableClock clock = new MovableClock(Events.START);

  private RunningLog log;
  private TestPostgres postgres;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    log = new RunningLog(directory);
    postgres = new TestPostgres();
  }

  @AfterAll
  void stop() {
    postgres.close();
    log.close();
  }

  @Test
  void shouldProjectTheLogOnceWhoeverOwnsItsPartitions()
      throws ExecutionException, InterruptedException {
    ConcurrentLinkedQueue<ReadModelChange> seen = new ConcurrentLinkedQueue<>();
    try (StatusProjectorApp first = app("first");
        ReadModelChanges changes = new ReadModelChanges(postgres.dataSource(), listener(seen))) {
      first.start();
      happen(0, 400);
      awaitPeople(400);
      assertThat(first.health()).isEqualTo(new Health.Up());
      changes.start();
      try (StatusProjectorApp second = app("second")) {
        second.start();
        awaitOwners(2);
        happen(400, 800);
        awaitPeople(800);
      }
      happen(800, 900);
      awaitPeople(900);
      await().atMost(PATIENCE).until(() -> !seen.isEmpty());
    }
    try (StatusProjectorApp third = app("third")) {
      third.start();
      happen(900, 1_000);
      awaitPeople(1_000);
      await().atMost(PATIENCE).until(() -> status().eventsBehind() == 0);
    }

    assertThat(new Recount(postgres.dataSource()).run().agrees()).isTrue();
    assertThat(status().asOf()).isEqualTo(Events.START);
    assertThat(seen).allSatisfy(change -> assertThat(change.workspaceId()).isEqualTo("acme"));
    assertThat(postgres.value("SELECT count(*) FROM social_timeline")).isEqualTo("1000");
  }

  private StatusProjectorApp app(String instance) {
    return log.projector(postgres.dataSource(), clock, instance);
  }

  private void happen(int from, int to) throws ExecutionException, InterruptedException {
    for (int person = from; person < to; person++) {
      log.append(
          person,
          Events.event(
              "person" + person, 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED));
    }
    log.settle();
  }

  private void awaitPeople(long people) {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .ignoreExceptions()
        .until(() -> status().total().counts().people() == people);
  }

  private void awaitOwners(int owners) {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .until(
            () ->
                postgres
                    .value("SELECT count(DISTINCT owner) FROM social_projection")
                    .equals(Integer.toString(owners)));
  }

  private PipelineStatus status() {
    return new PipelineStatusQuery(postgres.dataSource()).of("acme");
  }

  private static ReadModelChanges.Listener listener(ConcurrentLinkedQueue<ReadModelChange> seen) {
    return new ReadModelChanges.Listener() {
      @Override
      public void changed(ReadModelChange change) {
        seen.add(change);
      }

      @Override
      public void missed() {
        seen.addAll(List.of());
      }
    };
  }
}
