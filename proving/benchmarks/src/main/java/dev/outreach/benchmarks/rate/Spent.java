package dev.outreach.benchmarks.rate;

import dev.outreach.benchmarks.harness.ProcessorTime;
import dev.outreach.benchmarks.report.Report;
import java.time.Duration;

/**
 * Processor time, each for itself, for wall time depends on who else is at work on the machine.
 *
 * @param sender of the JVM that sends
 * @param database of PostgreSQL with all its processes
 * @param surroundings of this process, which is platform, broker and upstream in one
 */
record Spent(Duration sender, Duration database, Duration surroundings) {

  /** Until now. */
  static Spent by(long sender, long database) {
    return new Spent(
        ProcessorTime.ofFamily(sender),
        ProcessorTime.ofFamily(database),
        ProcessorTime.of(ProcessHandle.current().pid()));
  }

  /** From another moment on. */
  Spent since(Spent earlier) {
    return new Spent(
        sender.minus(earlier.sender),
        database.minus(earlier.database),
        surroundings.minus(earlier.surroundings));
  }

  /** Says how much each of so many sends took. */
  void tell(Report report, String who, int sends) {
    tell(report, who + ": processor time of the sender", sender, sends);
    tell(report, who + ": processor time of the database", database, sends);
    tell(report, who + ": of platform, broker, upstream", surroundings, sends);
    tell(report, who + ": in all", sender.plus(database).plus(surroundings), sends);
  }

  private static void tell(Report report, String figure, Duration spent, int sends) {
    report.figure(figure, spent.toNanos() / 1e6 / sends, "ms a send");
  }
}
