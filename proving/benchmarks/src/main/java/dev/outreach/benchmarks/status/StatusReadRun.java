package dev.outreach.benchmarks.status;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.PollingReader;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Status reads at several sizes while events arrive, and the six counts beside them. */
public final class StatusReadRun {

  private static final int PARTITIONS = 12;
  private static final double SLOWEST_MILLIS = 2;
  private static final double INDEPENDENT = 1.5;
  private static final int TIMES = 5;
  private static final Duration READ_EVERY = Duration.ofMillis(2);
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private final StatusReadOptions options;
  private final Class<?> main;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * A run.
   *
   * @param main the class whose {@code part} command runs a part in a process of its own
   * @param out takes progress
   */
  public StatusReadRun(StatusReadOptions options, Class<?> main, Clock clock, PrintWriter out) {
    this.options = options;
    this.main = main;
    this.clock = clock;
    this.out = out;
  }

  /** Measures one size after the other. */
  public Report run() throws IOException, InterruptedException, StartFailure {
    Report report =
        new Report("status-read")
            .with("people", options.sizes())
            .with("events a second meanwhile", options.rate());
    try (Store store = Store.start(options.folder(), PARTITIONS);
        HikariDataSource connections = store.connections(4)) {
      report.with("PostgreSQL", store.database().build());
      ReadModelMigration.migrate(connections);
      Crowd crowd = new Crowd(connections, PARTITIONS);
      int there = 0;
      double first = 0;
      double last = 0;
      for (int size : options.sizes()) {
        say("filling up to %,d people".formatted(size));
        crowd.add(there + 1, size);
        there = size;
        last = measure(store, connections, size, report);
        first = first == 0 ? last : first;
      }
      report.check(
          "a read costs the same at every size",
          last <= first * INDEPENDENT,
          String.format(Locale.ROOT, "median %.2f ms, %.2f ms at the smallest", last, first));
    }
    return report;
  }

  private double measure(Store store, DataSource connections, int size, Report report)
      throws InterruptedException {
    String at = "%,d people: ".formatted(size);
    double sixCounts = new SixCounts(connections).median(TIMES);
    report.figure(at + "six counts, median", sixCounts, "ms");
    Looks looks = readWhileEventsArrive(store, connections, size);
    PollingReader.Reads reads = looks.status();
    double ninetyNinth = reads.percentile(0.99);
    say("recounting");
    RecountReport recount = new Recount(connections).run();
    report
        .figure(at + "status read, median", reads.percentile(0.5), "ms")
        .figure(at + "status read, 99 of 100", ninetyNinth, "ms")
        .count(at + "status reads", reads.count())
        .figure(at + "SELECT 1 beside it, median", looks.nothing().percentile(0.5), "ms")
        .figure(at + "SELECT 1 beside it, 99 of 100", looks.nothing().percentile(0.99), "ms")
        .check(at + "no read failed", reads.errors().isEmpty(), reads.errors().toString())
        .check(
            at + "99 of 100 reads take at most 2 ms",
            ninetyNinth <= SLOWEST_MILLIS,
            String.format(Locale.ROOT, "%.2f ms", ninetyNinth))
        .check(
            at + "counts equal a recount",
            recount.agrees(),
            recount.differences().size() + " of them differ");
    return reads.percentile(0.5);
  }

  /** Reads of the status, and at the same time of nothing. */
  private record Looks(PollingReader.Reads status, PollingReader.Reads nothing) {}

  private Looks readWhileEventsArrive(Store store, DataSource connections, int size)
      throws InterruptedException {
    say("reading while events arrive");
    try (PartProcess projector =
            PartProcess.start(
                main, "STATUS_PROJECTOR", store.addresses(), options.folder().resolve("logs"));
        Ingest _ = new Ingest(store, "new" + size, options.rate(), clock)) {
      projector.awaitReady();
      try (PollingReader reader =
              new PollingReader(connections, Funnel.WORKSPACE, READ_EVERY, _ -> {});
          PollingReader limit = PollingReader.ofNothing(connections, READ_EVERY)) {
        LockSupport.parkNanos(WARM_UP.toNanos());
        reader.take();
        limit.take();
        LockSupport.parkNanos(options.length().toNanos());
        return new Looks(reader.take(), limit.take());
      }
    }
  }

  private void say(String line) {
    out.println("  " + line);
    out.flush();
  }
}
