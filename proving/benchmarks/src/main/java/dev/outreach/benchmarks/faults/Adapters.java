package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.SandboxAdapters;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.runtime.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The product's own adapters, led to the simulators. Both senders use them. Thread-safe. */
final class Adapters implements AutoCloseable {

  static final String KEYED = "PROOF_KEYED_URL";
  static final String TIKTOK = "PROOF_TIKTOK_URL";
  static final String INSTAGRAM = "PROOF_INSTAGRAM_URL";

  /** Shorter than the platforms' silence. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpTransport transport = new HttpTransport(new HttpTimeouts(PATIENCE, PATIENCE));
  private final Messaging queryable;
  private final Messaging blind;
  private final Messaging keyed;

  Adapters(Settings settings, Clock clock) {
    this.queryable = SandboxAdapters.instagram(address(settings, INSTAGRAM), transport, clock);
    this.blind =
        new BlindMessaging(SandboxAdapters.tikTok(address(settings, TIKTOK), transport, clock));
    this.keyed = new KeyedMessaging(address(settings, KEYED), transport);
  }

  Messaging of(Way way) {
    return switch (way) {
      case QUERYABLE -> queryable;
      case BLIND -> blind;
      case KEYED -> keyed;
    };
  }

  private static URI address(Settings settings, String key) {
    return settings.address(key, "http://127.0.0.1:1");
  }

  @Override
  public void close() {
    transport.close();
  }
}
