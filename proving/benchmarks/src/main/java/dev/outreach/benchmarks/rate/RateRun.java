package dev.outreach.benchmarks.rate;

import dev.outreach.benchmarks.faults.PlannedMessage;
import dev.outreach.benchmarks.faults.Role;
import dev.outreach.benchmarks.faults.SenderArguments;
import dev.outreach.benchmarks.faults.SenderProcess;
import dev.outreach.benchmarks.faults.Settling;
import dev.outreach.benchmarks.faults.TaskFeed;
import dev.outreach.benchmarks.faults.Way;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends against a platform that answers at once: the product's sender with its ledger, and the
 * consumer that commits after the call, each in a JVM of its own, one after the other on servers of
 * the same kind; and what the ledger's database can do by itself. Messages count when the platform
 * has them, and the time ends when everything is recorded and told.
 */
public final class RateRun {

  private static final double LEAST_PER_SECOND = 1_000;

  private final int messages;
  private final int inFlight;
  private final Path folder;
  private final Class<?> main;
  private final Clock clock;

  /**
   * A run.
   *
   * @param messages how many are measured; as many warm up before
   * @param inFlight most calls at a time
   */
  public RateRun(int messages, int inFlight, Path folder, Class<?> main, Clock clock) {
    this.messages = messages;
    this.inFlight = inFlight;
    this.folder = folder;
    this.main = main;
    this.clock = clock;
  }

  /** Measures both. */
  public Report run() throws IOException, InterruptedException, StartFailure {
    Report report = new Report("send-rate").with("messages", messages).with("in flight", inFlight);
    double ledgered = measure(Role.LEDGER, report);
    measure(Role.COMMIT_AFTER, report);
    return report.check(
        "at least 1,000 ledgered sends a second",
        ledgered >= LEAST_PER_SECOND,
        String.format(Locale.ROOT, "%.0f a second", ledgered));
  }

  private double measure(Role role, Report report)
      throws IOException, InterruptedException, StartFailure {
    try (Servers servers = Servers.start(folder.resolve(name(role)), clock)) {
      double rate = measure(role, servers, report);
      if (role == Role.LEDGER) {
        new BareDatabase(servers.database(), inFlight).measure(messages, report);
      }
      return rate;
    }
  }

  private double measure(Role role, Servers servers, Report report)
      throws IOException, InterruptedException {
    KafkaSettings kafka = new KafkaSettings(servers.broker().bootstrapServers(), 1, Map.of());
    List<PlannedMessage> all = messages(role);
    int warmUp = all.size() - messages;
    String name = name(role);
    try (InstantPlatform platform = new InstantPlatform();
        TaskFeed feed = new TaskFeed(kafka, clock);
        SenderProcess sender =
            SenderProcess.atFullSpeed(
                main,
                SenderArguments.fast(role, servers, platform.uri(), inFlight),
                folder.resolve("logs").resolve(role.name()))) {
      sender.awaitReady();
      feed.order(all.subList(0, warmUp));
      platform.await(warmUp);
      Settling.of(role, servers.database(), kafka, warmUp).await();
      Spent before = Spent.by(sender.id(), servers.database().processId());
      long begun = System.nanoTime();
      feed.order(all.subList(warmUp, all.size()));
      platform.await(all.size());
      Settling.of(role, servers.database(), kafka, all.size()).await();
      double rate = messages * 1e9 / (System.nanoTime() - begun);
      report.figure(name + ": sends a second", rate, "");
      Spent.by(sender.id(), servers.database().processId())
          .since(before)
          .tell(report, name, messages);
      report
          .count(name + ": repetitions collapsed by their key", platform.arrivals() - all.size())
          .check(
              name + ": every message arrived",
              platform.messages() == all.size(),
              platform.messages() + " of " + all.size());
      return rate;
    }
  }

  private List<PlannedMessage> messages(Role role) {
    List<PlannedMessage> all = new ArrayList<>();
    for (int person = 0; person < 2 * messages; person++) {
      String name = name(role) + ".person" + person;
      all.add(PlannedMessage.to(Way.KEYED, name, "address-of-" + name));
    }
    return all;
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
