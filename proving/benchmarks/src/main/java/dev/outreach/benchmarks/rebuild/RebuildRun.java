package dev.outreach.benchmarks.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.PollingReader;
import dev.outreach.benchmarks.harness.ProcessorTime;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.parts.RebuildPart;
import dev.outreach.benchmarks.people.EventFeed;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.people.Histories;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A log of finished histories, a projector that follows it, a reader that polls, and a rebuild in a
 * process of its own, from its start to its end. The peer is what most event-sourcing frameworks
 * do: the projector goes through the log from the beginning, in place.
 */
public final class RebuildRun {

  private static final double LONGEST_SECONDS = 20;
  private static final Duration READ_EVERY = Duration.ofMillis(5);
  private static final Duration QUIET = Duration.ofSeconds(10);

  /** Enough of the log to know how fast the peer is. */
  private static final double SHARE_OF_THE_PEER = 0.1;

  private final RebuildOptions options;
  private final Class<?> main;
  private final Clock clock;
  private final PrintWriter out;
  private final Histories histories;

  /**
   * A run.
   *
   * @param main the class whose {@code part} command runs a part in a process of its own
   * @param out takes progress
   */
  public RebuildRun(RebuildOptions options, Class<?> main, Clock clock, PrintWriter out) {
    this.options = options;
    this.main = main;
    this.clock = clock;
    this.out = out;
    this.histories = new Histories(new Funnel("history"), options.steps());
  }

  /** Fills a log, measures the peer and the rebuild. */
  public Report run() throws IOException, InterruptedException, StartFailure {
    long events = histories.events(options.people());
    Report report =
        new Report("rebuild")
            .with("people", options.people())
            .with("events", events)
            .with("partitions", options.partitions());
    try (Store store = Store.start(options.folder(), options.partitions());
        HikariDataSource connections = store.connections(4)) {
      report.with("PostgreSQL", store.database().build());
      fill(store);
      Position position = new Position(connections);
      replayInPlace(store, position, events, report);
      say("making the generation that is live");
      rebuild(store, true);
      try (PartProcess projector = start(store, "STATUS_PROJECTOR")) {
        projector.awaitReady();
        position.awaitNothingBehind();
        try (PollingReader reader =
            new PollingReader(connections, Funnel.WORKSPACE, READ_EVERY, _ -> {})) {
          measure(store, reader, report);
        }
      }
    }
    return report;
  }

  private void fill(Store store) throws InterruptedException {
    say("writing a log of %,d events".formatted(histories.events(options.people())));
    int workers = 2;
    int each = (options.people() + workers - 1) / workers;
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int from = worker * each;
      int to = Math.min(options.people(), from + each);
      threads.add(Thread.ofPlatform().start(() -> tell(store, from, to)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void tell(Store store, int from, int to) {
    try (EventFeed feed = new EventFeed(store, Integer.toString(from))) {
      feed.tell(histories, from, to, clock.instant());
    }
  }

  private void replayInPlace(Store store, Position position, long events, Report report)
      throws InterruptedException {
    say("peer: a replay in place");
    try (PartProcess projector = start(store, "STATUS_PROJECTOR")) {
      projector.awaitReady();
      double rate = position.rateUpTo((long) (events * SHARE_OF_THE_PEER));
      report
          .figure("replay in place: events a second", rate, "")
          .figure("replay in place: would take", events / rate, "s");
      report.note("Meanwhile readers of a replay in place see wrong numbers.");
    }
  }

  private void measure(Store store, PollingReader reader, Report report)
      throws InterruptedException {
    LockSupport.parkNanos(QUIET.toNanos());
    PollingReader.Reads quiet = reader.take();
    Duration database = ProcessorTime.ofFamily(store.database().processId());
    Duration own = ProcessorTime.of(ProcessHandle.current().pid());
    say("rebuilding");
    Rebuilt rebuilt = rebuild(store, false);
    PollingReader.Reads busy = reader.take();
    double seconds = rebuilt.wall().toNanos() / 1e9;
    report
        .figure("rebuild took", seconds, "s")
        .figure("processor time of the rebuild", rebuilt.used().toMillis() / 1e3, "s")
        .figure(
            "processor time of PostgreSQL",
            since(database, ProcessorTime.ofFamily(store.database().processId())),
            "s")
        .figure(
            "processor time of broker and reader",
            since(own, ProcessorTime.of(ProcessHandle.current().pid())),
            "s")
        .figure("reads before: 99 of 100", quiet.percentile(0.99), "ms")
        .figure("reads meanwhile: 99 of 100", busy.percentile(0.99), "ms")
        .count("reads meanwhile", busy.count())
        .check("rebuilt and shown", rebuilt.isShown(), "exit of the process")
        .check(
            "at most 20 s for a million people",
            seconds <= LONGEST_SECONDS * Math.max(1, options.people() / 1e6),
            String.format(Locale.ROOT, "%.1f s", seconds))
        .check("readers saw no error", busy.errors().isEmpty(), busy.errors().toString())
        .check(
            "reads at most twice as slow",
            busy.percentile(0.99) <= 2 * quiet.percentile(0.99),
            String.format(
                Locale.ROOT,
                "%.2f ms, %.2f ms before",
                busy.percentile(0.99),
                quiet.percentile(0.99)));
  }

  private static double since(Duration before, Duration now) {
    return now.minus(before).toMillis() / 1e3;
  }

  /** How a rebuild went. */
  private record Rebuilt(Duration wall, Duration used, boolean isShown) {}

  private Rebuilt rebuild(Store store, boolean acceptDifference) throws InterruptedException {
    List<String> settings = new ArrayList<>(store.addresses());
    settings.add(RebuildPart.ACCEPT + "=" + acceptDifference);
    long self = ProcessHandle.current().pid();
    Duration before = ProcessorTime.ofEndedChildren(self);
    long begun = System.nanoTime();
    try (PartProcess rebuild =
        PartProcess.start(main, "REBUILD", settings, options.folder().resolve("logs"))) {
      rebuild.onLine(this::say);
      boolean isShown = rebuild.awaitSuccess();
      Duration wall = Duration.ofNanos(System.nanoTime() - begun);
      return new Rebuilt(wall, ProcessorTime.ofEndedChildren(self).minus(before), isShown);
    }
  }

  private PartProcess start(Store store, String part) {
    return PartProcess.start(main, part, store.addresses(), options.folder().resolve("logs"));
  }

  private void say(String line) {
    out.println("  " + line);
    out.flush();
  }
}
