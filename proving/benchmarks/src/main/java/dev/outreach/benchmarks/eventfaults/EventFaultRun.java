package dev.outreach.benchmarks.eventfaults;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.PollingReader;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Random events through two projectors that are killed, with their partitions moving to and fro,
 * and a PostgreSQL that crashes, while a reader looks at the counts all the time. In the end the
 * counts are compared with a recount, and with a fold of the log that knows nothing of tables.
 */
public final class EventFaultRun {

  private static final int PARTITIONS = 12;
  private static final Duration READ_EVERY = Duration.ofMillis(1);

  private final EventFaultOptions options;
  private final Class<?> main;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * A run.
   *
   * @param main the class whose {@code part} command runs a part in a process of its own
   * @param out takes progress
   */
  public EventFaultRun(EventFaultOptions options, Class<?> main, Clock clock, PrintWriter out) {
    this.options = options;
    this.main = main;
    this.clock = clock;
    this.out = out;
  }

  /** Runs, waits until all is applied, and judges. */
  public Report run() throws IOException, InterruptedException, StartFailure, SQLException {
    Report report =
        new Report("events-under-faults")
            .with("events", options.events())
            .with("faults", options.faults())
            .with("seed", options.seed());
    try (Store store = Store.start(options.folder(), PARTITIONS);
        HikariDataSource connections = store.connections(6)) {
      strikeWhileEventsArrive(store, connections, report);
      out.println("  comparing");
      Shown shown = new Shown(connections);
      compare(shown.counts(), new TopicFold(store, shown.clocks()).counts(), report);
      RecountReport recount = new Recount(connections).run();
      report.check(
          "counts equal a recount",
          recount.agrees(),
          recount.differences().size() + " of them differ");
    }
    return report;
  }

  private void strikeWhileEventsArrive(Store store, DataSource connections, Report report)
      throws InterruptedException, IOException, StartFailure {
    try (PartProcess first = projector(store, "first");
        PartProcess second = projector(store, "second")) {
      first.awaitReady();
      second.awaitReady();
      FlagWatch watch = new FlagWatch();
      try (PollingReader reader =
          new PollingReader(connections, Funnel.WORKSPACE, READ_EVERY, watch)) {
        Flood flood = new Flood(options, store, clock.instant(), out);
        Strikes strikes =
            new Strikes(List.of(first, second), store.database(), options.seed(), out);
        strikes.all(options);
        flood.await();
        new Shown(connections).awaitApplied(store.eventsInTheLog(), out);
        while (watch.looks() < options.reads()) {
          LockSupport.parkNanos(READ_EVERY.toNanos());
        }
        report(strikes, watch, reader.take(), report);
      }
    }
  }

  private PartProcess projector(Store store, String name) {
    return PartProcess.mortal(
        main,
        "STATUS_PROJECTOR",
        store.addresses(),
        options.folder().resolve("logs").resolve(name));
  }

  private void report(Strikes strikes, FlagWatch watch, PollingReader.Reads reads, Report report) {
    report
        .count("projectors killed", strikes.kills())
        .count("PostgreSQL crashed", strikes.crashes())
        .count("looks at the counts", watch.looks())
        .count("looks without an answer, while PostgreSQL was down", reads.errors().size())
        .check(
            "every fault happened",
            strikes.fired() == options.faults(),
            strikes.fired() + " of " + options.faults())
        .check(
            "no look saw flags or sums that contradict counts",
            watch.contradictions().isEmpty(),
            watch.contradictions().stream().limit(3).toList().toString());
  }

  private static void compare(Map<String, Long> shown, Map<String, Long> folded, Report report) {
    Map<String, String> different = new TreeMap<>();
    folded.forEach(
        (count, people) -> {
          if (!people.equals(shown.get(count))) {
            different.put(count, shown.get(count) + " shown, " + people + " in the log");
          }
        });
    report
        .count("people in the log", folded.getOrDefault("people", 0L))
        .check(
            "counts equal a fold of the log",
            different.isEmpty(),
            folded.size() + " compared, different: " + different);
  }
}
