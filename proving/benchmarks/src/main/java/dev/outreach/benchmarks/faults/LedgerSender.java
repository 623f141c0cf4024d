package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.ChildProcess;
import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.runtime.Settings;
import dev.outreach.sending.SendingConsumerApp;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.outlet.PlatformDelivery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Runs the product's sending-consumer in this process, with one way out of each class. */
public final class LedgerSender {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private LedgerSender() {}

  /** Runs until the input ends; says on the output when it is up. */
  public static void run(Settings settings, Clock clock, InputStream input, PrintStream output)
      throws IOException {
    try (Adapters adapters = new Adapters(settings, clock);
        SendingConsumerApp app =
            new SendingConsumerApp(
                settings,
                Servers.TOPICS,
                LocalSchemas.serdes(Servers.TOPICS),
                new SimpleMeterRegistry(),
                clock,
                outlets -> oneOfEachClass(outlets, adapters, clock))) {
      app.start();
      while (!app.health().isUp()) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
      output.println(ChildProcess.READY);
      input.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static Outlets oneOfEachClass(Outlets known, Adapters adapters, Clock clock) {
    Map<From, Delivery> ways = new HashMap<>();
    for (Way way : Way.values()) {
      ways.put(way.from(), new PlatformDelivery(adapters.of(way), clock));
    }
    return new Outlets(ways, known.closedPlatforms());
  }
}
