package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.App;
import dev.outreach.runtime.FencedException;
import dev.outreach.runtime.Health;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off topics whose records each need a slow call. Many calls run at a time, each in a virtual
 * thread; records of one key are worked on in order. Results, dead letters and the offsets of what
 * is done are committed together in one Kafka transaction, so that a crash, a rebalance or a failed
 * transaction repeats calls (at most those in flight) but never a result, and loses none.
 */
public final class SlowTaskConsumer implements App {

  private static final Logger log = LoggerFactory.getLogger(SlowTaskConsumer.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration SHORTEST_FENCE = Duration.ofSeconds(30);
  private static final Duration LONGEST_FENCE = Duration.ofMinutes(10);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

  private final SlowTaskSettings settings;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Calls calls;
  private final SlowTaskMeters meters;
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));
  private final AtomicReference<@Nullable Thread> loop = new AtomicReference<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Not started yet.
   *
   * @param clients another transactional id in every instance of the app
   */
  public SlowTaskConsumer(
      SlowTaskSettings settings, SlowTask task, KafkaClients clients, MeterRegistry meterRegistry) {
    this.settings = settings;
    this.consumers = clients.consumers();
    this.producers = clients.producers();
    this.calls = new Calls(settings.name(), task);
    this.meters = new SlowTaskMeters(meterRegistry, settings.name(), settings.clock());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name(name()).unstarted(this::run);
    if (!loop.compareAndSet(null, thread)) {
      throw new IllegalStateException(name() + " is started already");
    }
    health.set(new Health.Starting("waiting for partitions"));
    thread.start();
  }

  @Override
  public Health health() {
    return health.get();
  }

  @Override
  public void close() {
    closing.countDown();
    Thread thread = loop.get();
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        log.warn("{} did not stop in time", name());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = SHORTEST_PAUSE;
    Duration nextFence = SHORTEST_FENCE;
    while (isOpen()) {
      long began = System.nanoTime();
      try {
        session();
      } catch (FencedException fenced) {
        // A transaction that stood still until the broker gave it up looks just like a twin.
        // Twins fence each other as often as the one that rests longest begins again.
        boolean lasted = System.nanoTime() - began > LONGEST_FENCE.multipliedBy(2).toNanos();
        Duration fence = lasted ? SHORTEST_FENCE : nextFence;
        log.error("{} pauses for {} s: it was fenced", name(), fence.toSeconds());
        health.set(
            new Health.Down(
                "fenced: another process runs as this instance, or this one stood still for too long; it is tried again in "
                    + fence.toSeconds()
                    + " s"));
        waitFor(fence);
        nextFence = grown(fence, LONGEST_FENCE);
      } catch (WakeupException _) {
        log.debug("{} woken", name());
      } catch (RuntimeException failure) {
        log.warn("{} begins again at its committed offsets after a failure", name(), failure);
        health.set(new Health.Down(failure.getClass().getSimpleName()));
        boolean lasted = System.nanoTime() - began > LONGEST_PAUSE.toNanos();
        Duration now = lasted ? SHORTEST_PAUSE : pause;
        waitFor(now);
        pause = grown(now, LONGEST_PAUSE);
      }
    }
    health.set(new Health.Down("stopped"));
  }

  private void session() {
    try (ResultTransactions transactions = new ResultTransactions(producers)) {
      Consumer<byte[], byte[]> consumer = consumers.get();
      try {
        new Session(
                new Session.Clients(consumer, transactions),
                calls,
                settings,
                new Session.Observers(meters, health::set))
            .run(this::isOpen);
      } finally {
        consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
      }
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void waitFor(Duration pause) {
    try {
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("{} is closed while it pauses", name());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration grown(Duration pause, Duration longest) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
