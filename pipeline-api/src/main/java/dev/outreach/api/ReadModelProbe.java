package dev.outreach.api;

import dev.outreach.readmodel.ReadModelException;
import dev.outreach.readmodel.SchemaCheck;
import dev.outreach.readmodel.SchemaState;
import dev.outreach.runtime.Health;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Looks every two seconds whether the read model answers, so that asking for health costs nothing.
 */
final class ReadModelProbe implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(2);

  private final SchemaCheck check;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("read-model-probe").unstarted(this::run);
  private volatile Health health = new Health.Starting("waits for the read model");

  ReadModelProbe(DataSource dataSource) {
    this.check = new SchemaCheck(dataSource);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  private void run() {
    try {
      do {
        health = look();
      } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Health look() {
    try {
      return switch (check.run()) {
        case SchemaState.Ready() -> new Health.Up();
        case SchemaState.Missing(String reason) -> new Health.Down(reason);
      };
    } catch (ReadModelException failure) {
      return new Health.Down(String.valueOf(failure.getMessage()));
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
