package dev.outreach.benchmarks.eventfaults;

import dev.outreach.benchmarks.harness.MortalDatabase;
import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a projector, so that its partitions move to the other one, or crashes PostgreSQL, by a plan
 * that follows from the seed. For one thread.
 */
final class Strikes {

  private static final int ONE_IN_SO_MANY_IS_A_CRASH = 5;

  private final List<PartProcess> projectors;
  private final MortalDatabase database;
  private final SplittableRandom random;
  private final PrintWriter out;
  private int kills;
  private int crashes;
  private int fired;

  Strikes(List<PartProcess> projectors, MortalDatabase database, long seed, PrintWriter out) {
    this.projectors = projectors;
    this.database = database;
    this.random = new SplittableRandom(seed);
    this.out = out;
  }

  /** Strikes as often as ordered; a projector is struck only when it is at work. */
  void all(EventFaultOptions options) throws InterruptedException, IOException, StartFailure {
    for (int i = 0; i < options.faults(); i++) {
      LockSupport.parkNanos(
          options.pace().toNanos() / 2 + random.nextLong(options.pace().toNanos()));
      if (random.nextInt(ONE_IN_SO_MANY_IS_A_CRASH) == 0) {
        crash();
      } else {
        kill(projectors.get(random.nextInt(projectors.size())));
      }
      out.printf("  fault %d of %d%n", i + 1, options.faults());
      out.flush();
    }
    for (PartProcess projector : projectors) {
      projector.awaitReady();
    }
  }

  private void kill(PartProcess projector) throws InterruptedException {
    projector.awaitReady();
    kills++;
    fired += projector.kill() ? 1 : 0;
  }

  private void crash() throws InterruptedException, IOException, StartFailure {
    long before = database.processId();
    database.stopImmediately();
    boolean isGone = ProcessHandle.of(before).filter(ProcessHandle::isAlive).isEmpty();
    database.startAgain();
    crashes++;
    fired += isGone && database.processId() != before ? 1 : 0;
  }

  int kills() {
    return kills;
  }

  int crashes() {
    return crashes;
  }

  /** How many of them were seen to have happened. */
  int fired() {
    return fired;
  }
}
