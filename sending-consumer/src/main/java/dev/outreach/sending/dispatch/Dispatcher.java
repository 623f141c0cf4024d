package dev.outreach.sending.dispatch;

import dev.outreach.runtime.Health;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.Claimed;
import dev.outreach.sending.ledger.LedgerException;
import dev.outreach.sending.ledger.SendLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due and gives each message to a worker of its own, never more at a time than the
 * settings allow. Any number of dispatchers may work on one ledger.
 */
public final class Dispatcher implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final SendLedger ledger;
  private final Outlets outlets;
  private final DispatchSettings settings;
  private final Clock clock;
  private final Recorder recorder;
  private final Aftercare aftercare;
  private final Semaphore free;
  private final Semaphore work = new Semaphore(0);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread loop;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));

  /** A dispatcher that is not started yet. */
  public Dispatcher(
      SendLedger ledger,
      Accounts accounts,
      Outlets outlets,
      DispatchSettings settings,
      Clock clock) {
    this.ledger = ledger;
    this.outlets = outlets;
    this.settings = settings;
    this.clock = clock;
    this.recorder = new Recorder(ledger);
    this.aftercare = new Aftercare(accounts, settings, clock);
    this.free = new Semaphore(settings.inFlight());
    this.loop = Thread.ofPlatform().name("send-dispatcher").unstarted(this::run);
  }

  /** Begins to send. */
  public void start() {
    loop.start();
  }

  /** There may be something to do before the next look. */
  public void wake() {
    work.release();
  }

  /** Whether it can reach the ledger. */
  public Health health() {
    return health.get();
  }

  private void run() {
    while (!closing.get()) {
      try {
        boolean idle = dispatch() == 0;
        health.set(new Health.Up());
        if (idle) {
          pause();
        }
      } catch (LedgerException unavailable) {
        log.warn("the ledger is not available", unavailable);
        health.set(new Health.Down("the ledger's database does not answer"));
        pause();
      } catch (RuntimeException failure) {
        log.error("dispatching failed", failure);
        health.set(new Health.Down(failure.getClass().getSimpleName()));
        pause();
      }
    }
  }

  private int dispatch() {
    int dispatched = 0;
    awaitRoom();
    for (From from : ledger.dueAccounts(clock.instant())) {
      int room = free.availablePermits();
      if (closing.get() || room == 0) {
        break;
      }
      List<Claimed> claimed = ledger.claim(from, room, clock.instant());
      for (Claimed message : claimed) {
        submit(message, outlets.of(from, message.route()).orElseThrow());
      }
      dispatched += claimed.size();
    }
    return dispatched;
  }

  /**
   * Waits, but not for long, until a claim is worth its transaction: one for many messages costs
   * little more than one for a single message.
   */
  private void awaitRoom() {
    int worthwhile = Math.ceilDiv(settings.inFlight(), 4);
    try {
      if (free.tryAcquire(worthwhile, settings.idle().toMillis(), TimeUnit.MILLISECONDS)) {
        free.release(worthwhile);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(Claimed message, Delivery delivery) {
    free.acquireUninterruptibly();
    Attempt attempt = new Attempt(message, delivery, recorder, aftercare, clock);
    workers.execute(
        () -> {
          try {
            attempt.run(new Deadline(workers, settings.callDeadline()));
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException failure) {
            log.warn("message {}: its lease will end", message.messageId(), failure);
          } finally {
            free.release();
            wake();
          }
        });
  }

  private void pause() {
    try {
      if (work.tryAcquire(settings.idle().toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Claims nothing more and lets the calls in flight end. */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    wake();
    try {
      loop.join(CLOSE_WITHIN);
      if (!free.tryAcquire(settings.inFlight(), CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("calls are still in flight; their leases will end");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    recorder.stop();
    workers.shutdownNow();
    health.set(new Health.Down("stopped"));
  }

  /** Stops at once, as a crash would: what is in flight is neither awaited nor recorded. */
  void abandon() {
    closing.set(true);
    recorder.stop();
    ledger.close();
    workers.shutdownNow();
  }
}
