package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.StageCounts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** The read model as its readers see it. */
final class Tables {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final Duration SAY_AGAIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PipelineStatusQuery query;
  private final PrintWriter out;

  Tables(DataSource connections, PrintWriter out) {
    this.query = new PipelineStatusQuery(connections);
    this.out = out;
  }

  /**
   * Waits until so many people have gone as far as a step.
   *
   * @throws IllegalStateException where nothing moves for two minutes
   */
  void await(Funnel.Step step, long people) {
    long moved = System.nanoTime();
    long said = moved;
    long before = -1;
    while (true) {
      StageCounts now = counts();
      if (hasTaken(now, step, people)) {
        return;
      }
      long time = System.nanoTime();
      long place =
          now.people()
              - now.discovered()
              + now.people()
              - now.notStarted()
              + now.drafted()
              + now.people();
      if (place != before) {
        before = place;
        moved = time;
      } else if (time - moved > PATIENCE.toNanos()) {
        throw new IllegalStateException("the counts stand still at " + now);
      }
      if (time - said > SAY_AGAIN.toNanos()) {
        said = time;
        out.printf(
            "  %,d of %,d people found, %,d reviewed, %,d drafting, %,d drafted%n",
            now.people(), people, now.qualified() + now.rejected(), now.drafting(), now.drafted());
        out.flush();
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private static boolean hasTaken(StageCounts counts, Funnel.Step step, long people) {
    long taken = step.takenBy(people);
    return switch (step) {
      case FOUND -> counts.people() == taken;
      case REVIEWED -> counts.qualified() + counts.rejected() == taken;
      case DRAFT_WANTED -> counts.drafting() + counts.drafted() == taken;
      case DRAFTED -> counts.drafted() == taken;
    };
  }

  private StageCounts counts() {
    return query.of(Funnel.WORKSPACE).total().counts();
  }
}
