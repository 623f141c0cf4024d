package dev.outreach.sending.dispatch;

import dev.outreach.runtime.Health;
import dev.outreach.sending.ledger.LedgerException;
import dev.outreach.sending.ledger.QueueBoard;
import dev.outreach.sending.ledger.QueueBoard.Stops;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what others are shown of the queue up to date; sending does not depend on it. */
public final class Announcer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Announcer.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  /** Whoever waits behind so many is shown without a time. */
  private static final int PREDICTED = 10_000;

  private final QueueBoard board;
  private final Clock clock;
  private final AtomicReference<Stops> stops = new AtomicReference<>(new Stops(0, 0, 0, 0));
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread loop = Thread.ofPlatform().name("send-announcer").unstarted(this::run);
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));

  /** An announcer that is not started yet. */
  public Announcer(QueueBoard board, Clock clock, MeterRegistry meters) {
    this.board = board;
    this.clock = clock;
    gauge(meters, "blocked", "Accounts their platform has blocked", Stops::blocked);
    gauge(meters, "held", "Accounts that wait because of an answer of their platform", Stops::held);
    gauge(meters, "paused", "Accounts an operator has paused", Stops::paused);
    Gauge.builder("outreach.send.waiting", stops, held -> held.get().waiting())
        .description("Messages that have not left yet")
        .register(meters);
  }

  private void gauge(
      MeterRegistry meters, String state, String what, ToDoubleFunction<Stops> figure) {
    Gauge.builder("outreach.send.accounts", stops, held -> figure.applyAsDouble(held.get()))
        .description(what)
        .tag("state", state)
        .register(meters);
  }

  /** Begins to write down how the queue stands. */
  public void start() {
    loop.start();
  }

  /** Whether it can reach the ledger. */
  public Health health() {
    return health.get();
  }

  private void run() {
    try {
      Duration pause;
      do {
        long begun = System.nanoTime();
        refresh();
        pause = QueueBoard.pauseAfter(Duration.ofNanos(System.nanoTime() - begun));
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    health.set(new Health.Down("stopped"));
  }

  private void refresh() {
    try {
      board.refresh(PREDICTED, clock.instant());
      tell(board.stops());
      health.set(new Health.Up());
    } catch (LedgerException unavailable) {
      log.warn("the queue cannot be shown", unavailable);
      health.set(new Health.Down("the ledger's database does not answer"));
    } catch (RuntimeException failure) {
      log.error("showing the queue failed", failure);
      health.set(new Health.Down(failure.getClass().getSimpleName()));
    }
  }

  /** A block is worth a line once, not every second. */
  private void tell(Stops now) {
    Stops before = stops.getAndSet(now);
    if (now.blocked() > before.blocked()) {
      log.error("a platform has blocked {} account(s): see outreach queue", now.blocked());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!loop.join(CLOSE_WITHIN)) {
        loop.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
