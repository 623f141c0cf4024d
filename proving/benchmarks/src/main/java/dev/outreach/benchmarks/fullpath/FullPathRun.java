package dev.outreach.benchmarks.fullpath;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.Feed;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;

/**
 * From published input records through the real profile-processor, the real broker and the real
 * status-projector into PostgreSQL with exact counts; then at a steady rate, for latency; then the
 * peers. Broker and load share the measuring process, every part has one of its own, and all of
 * them share the machine.
 */
public final class FullPathRun {

  private static final double LEAST_PER_SECOND = 15_000;
  private static final String PROFILE_PROCESSOR = "outreach-profile-processor";

  private final FullPathOptions options;
  private final Class<?> main;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * A run.
   *
   * @param main the class whose {@code part} command runs a part in a process of its own
   * @param out takes progress
   */
  public FullPathRun(FullPathOptions options, Class<?> main, Clock clock, PrintWriter out) {
    this.options = options;
    this.main = main;
    this.clock = clock;
    this.out = out;
  }

  /** Measures the product and its peers. */
  public Report run() throws IOException, InterruptedException, StartFailure {
    Report report =
        new Report("full-path")
            .with("people", options.people())
            .with("events", Funnel.events(options.people()))
            .with("partitions", options.partitions());
    try (Store store = Store.start(options.folder(), options.partitions());
        HikariDataSource connections = store.connections(4)) {
      report.with("PostgreSQL", store.database().build());
      try (PartProcess processor = start("PROFILE_PROCESSOR", store);
          PartProcess projector = start("STATUS_PROJECTOR", store)) {
        processor.awaitReady();
        projector.awaitReady();
        throughput(new Parts(store, processor, projector), connections, report);
        new Latency(options, store, clock, out).measure(report);
        recounted(connections, report);
      }
      new Peers(options, store, main, out).measure(report);
    }
    return report;
  }

  private PartProcess start(String part, Store store) {
    return PartProcess.start(main, part, store.addresses(), logs());
  }

  private Path logs() {
    return options.folder().resolve("logs");
  }

  private void throughput(Parts parts, DataSource connections, Report report)
      throws InterruptedException {
    Store store = parts.store();
    int first = options.warmUp();
    int all = first + options.people();
    try (Feed feed = new Feed(store.kafka(), store.topics(), new Funnel("funnel"));
        Handled handled = new Handled(store, PROFILE_PROCESSOR)) {
      Procession procession = new Procession(feed, handled, new Tables(connections, out), clock);
      out.println("warming up");
      procession.run(0, first);
      Map<String, Duration> before = parts.used();
      out.println("at full speed");
      long begun = System.nanoTime();
      procession.run(first, all);
      double seconds = (System.nanoTime() - begun) / 1e9;
      long events = Funnel.events(all) - Funnel.events(first);
      double rate = events / seconds;
      report.figure("events a second", rate, "").figure("took", seconds, "s");
      parts.report(report, before, events);
      report.check(
          "at least 15,000 events a second",
          rate >= LEAST_PER_SECOND,
          String.format(Locale.ROOT, "%,.0f a second", rate));
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the broker does not answer", failure.getCause());
    }
  }

  private static void recounted(DataSource connections, Report report) {
    RecountReport recount = new Recount(connections).run();
    report.check(
        "counts equal a recount",
        recount.agrees(),
        recount.differences().size() + " of them differ, " + recount.lines().size() + " kinds");
  }
}
