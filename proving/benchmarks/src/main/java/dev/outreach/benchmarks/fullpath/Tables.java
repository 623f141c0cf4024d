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

  /** A look costs the database a millisecond, which is not to be measured. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private static final Duration SAY_AGAIN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PipelineStatusQuery query;
  private final PrintWriter out;
  private long said = System.nanoTime();

  Tables(DataSource connections, PrintWriter out) {
    this.query = new PipelineStatusQuery(connections);
    this.out = out;
  }

  /**
   * Waits until so many events are counted.
   *
   * @throws IllegalStateException where nothing moves for two minutes
   */
  void await(long events) {
    long moved = System.nanoTime();
    long before = -1;
    while (true) {
      StageCounts now = query.of(Funnel.WORKSPACE).total().counts();
      long counted = events(now);
      if (counted >= events) {
        return;
      }
      long time = System.nanoTime();
      if (counted != before) {
        before = counted;
        moved = time;
      } else if (time - moved > PATIENCE.toNanos()) {
        throw new IllegalStateException("the counts stand still at " + now);
      }
      say(now, time);
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private void say(StageCounts now, long time) {
    if (time - said > SAY_AGAIN.toNanos()) {
      said = time;
      out.printf(
          "  %,d people found, %,d reviewed, %,d drafting, %,d drafted%n",
          now.people(), reviewed(now), now.drafting(), now.drafted());
      out.flush();
    }
  }

  /** Each step anybody took was an event. */
  private static long events(StageCounts counts) {
    return counts.people()
        + reviewed(counts)
        + counts.drafting()
        + counts.drafted()
        + counts.drafted();
  }

  private static long reviewed(StageCounts counts) {
    return counts.qualified() + counts.rejected();
  }
}
