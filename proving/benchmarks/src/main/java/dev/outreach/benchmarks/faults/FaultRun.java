package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.SandboxWitness;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.facebook.FacebookSettings;
import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Approved messages against simulators that fall silent after they have accepted one in twenty,
 * while two sender processes are killed and frozen and the database crashes. The ledger of the
 * simulators is the only witness.
 */
public final class FaultRun {

  private static final Logger log = LoggerFactory.getLogger(FaultRun.class);

  private final FaultOptions options;
  private final Role role;
  private final Clock clock;
  private final Class<?> main;

  /**
   * A run.
   *
   * @param main the class whose {@code sender} command runs a role in a process of its own
   */
  public FaultRun(FaultOptions options, Role role, Class<?> main, Clock clock) {
    this.options = options;
    this.role = role;
    this.main = main;
    this.clock = clock;
  }

  /** Runs, waits until all has settled, and judges. */
  public Report run() throws IOException, InterruptedException, StartFailure {
    long begun = System.nanoTime();
    try (Servers servers = Servers.start(options.folder().resolve("servers"), clock);
        SandboxWitness witness = new SandboxWitness(servers.sandbox().uri());
        KeyedGate gate =
            new KeyedGate(
                facebook(servers.sandbox()), new Troubles(new SplittableRandom(options.seed())))) {
      List<PlannedMessage> messages = People.whoWrote(witness, options.messages(), options.seed());
      Troubles.order(witness, Way.QUERYABLE);
      Troubles.order(witness, Way.BLIND);
      KafkaSettings kafka = new KafkaSettings(servers.broker().bootstrapServers(), 1, Map.of());
      Settling settling =
          Settling.of(role, servers.database(), kafka, messages.size())
              .or(() -> role == Role.COMMIT_AFTER && hasReachedEverybody(witness, messages));
      List<Evidence> evidence = strikeWhileSending(servers, gate, messages, settling);
      int silences = witness.troubles(Troubles.SILENT_KIND) + gate.silences();
      FaultReport report = new FaultReport(options, role);
      return report.of(
          new FaultReport.Outcome(messages, witness.arrivals(), evidence, silences),
          servers.database(),
          kafka,
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  /** A plain consumer that was frozen may never commit its last batch; what it did is done. */
  private static boolean hasReachedEverybody(
      SandboxWitness witness, List<PlannedMessage> messages) {
    long people =
        witness.arrivals().stream().map(SandboxWitness.Arrival::address).distinct().count();
    return people >= messages.size();
  }

  private List<Evidence> strikeWhileSending(
      Servers servers, KeyedGate gate, List<PlannedMessage> messages, Settling settling)
      throws InterruptedException {
    KafkaSettings kafka = new KafkaSettings(servers.broker().bootstrapServers(), 1, Map.of());
    List<String> arguments = SenderArguments.of(role, servers, gate.uri());
    Path logs = options.folder().resolve("logs");
    try (TaskFeed feed = new TaskFeed(kafka, clock);
        SenderProcess first = new SenderProcess(main, arguments, logs.resolve("first"));
        SenderProcess second = new SenderProcess(main, arguments, logs.resolve("second"));
        Injector injector = new Injector(first, second, servers.database())) {
      first.awaitReady();
      second.awaitReady();
      List<List<PlannedMessage>> bursts = bursts(messages);
      List<Fault> plan = FaultSchedule.of(options.seed(), options.faults());
      for (int i = 0; i < plan.size(); i++) {
        if (i < bursts.size()) {
          feed.order(bursts.get(i));
        }
        injector.order(plan.get(i));
        LockSupport.parkNanos(options.pace().toNanos());
      }
      List<Evidence> evidence = injector.awaitAll();
      first.awaitReady();
      second.awaitReady();
      switch (role) {
        case LEDGER -> settling.await();
        case COMMIT_AFTER -> {
          if (!settling.settlesInTime()) {
            log.warn("the plain consumer is stuck; what it did until then is judged");
          }
        }
      }
      return evidence;
    }
  }

  private List<List<PlannedMessage>> bursts(List<PlannedMessage> messages) {
    List<List<PlannedMessage>> bursts = new ArrayList<>();
    for (int from = 0; from < messages.size(); from += options.burst()) {
      bursts.add(messages.subList(from, Math.min(messages.size(), from + options.burst())));
    }
    return bursts;
  }

  private static URI facebook(Sandbox sandbox) {
    GraphAccount page = FacebookSettings.defaults().pages().getFirst();
    return URI.create(
        "%s/v26.0/%s/messages?access_token=%s"
            .formatted(sandbox.platformUri("facebook"), page.id(), page.token()));
  }
}
