package dev.outreach.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer for a {@link BatchSink}: it always goes on from the offsets the sink keeps, so that a
 * crash, a fence or a store restored from a backup ends in the same rows. Offsets committed to
 * Kafka serve only the lag display. A failing sink is tried again, with growing pauses, for ever.
 */
public final class StoredOffsetConsumer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StoredOffsetConsumer.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Collection<String> topics;
  private final BatchSink sink;
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
  private final AtomicReference<@Nullable Consumer<byte[], byte[]>> current =
      new AtomicReference<>();

  /**
   * A consumer that is not started yet.
   *
   * @param consumers makes a consumer set up by {@link KafkaSettings#consumer}; asked again after a
   *     failure of the consumer itself
   */
  public StoredOffsetConsumer(
      String name,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Collection<String> topics,
      BatchSink sink) {
    this.name = name;
    this.consumers = consumers;
    this.topics = List.copyOf(topics);
    this.sink = sink;
  }

  /** Begins to consume in a thread of its own. */
  public void start() {
    Thread thread = Thread.ofPlatform().name(name).unstarted(this::run);
    if (!worker.compareAndSet(null, thread)) {
      throw new IllegalStateException(name + " is started already");
    }
    health.set(new Health.Starting("waiting for partitions"));
    thread.start();
  }

  /** Up while batches are applied; otherwise the reason of the last failure. */
  public Health health() {
    return health.get();
  }

  @Override
  public void close() {
    closing.countDown();
    Consumer<byte[], byte[]> consumer = current.get();
    if (consumer != null) {
      consumer.wakeup();
    }
    Thread thread = worker.get();
    if (thread != null) {
      join(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        log.warn("{} did not stop in time", thread.getName());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = Duration.ofMillis(100);
    while (isOpen()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        current.set(consumer);
        consume(consumer);
      } catch (WakeupException _) {
        log.debug("{} woken", name);
      } catch (RuntimeException failure) {
        log.warn("{} begins again after a failure", name, failure);
        health.set(new Health.Down(Explained.of(failure)));
        pause = pauseAndGrow(pause);
      }
    }
    health.set(new Health.Down("stopped"));
  }

  private void consume(Consumer<byte[], byte[]> consumer) {
    Claims claims = new Claims(consumer);
    consumer.subscribe(topics, claims);
    Duration pause = Duration.ofMillis(100);
    while (isOpen()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      try {
        claims.takeNew();
        if (!records.isEmpty()) {
          sink.apply(records);
          consumer.commitAsync(records.nextOffsets(), StoredOffsetConsumer::ignoreOutcome);
        }
        sink.reached(claims.positions());
        health.set(claims.isEmpty() ? new Health.Starting("no partitions yet") : new Health.Up());
        pause = Duration.ofMillis(100);
      } catch (FencedException fenced) {
        log.info("{}: {}", name, fenced.getMessage());
        claims.again();
      } catch (RuntimeException failure) {
        log.warn("{} could not apply a batch and tries again", name, failure);
        health.set(new Health.Down(Explained.of(failure)));
        claims.again();
        pause = pauseAndGrow(pause);
      }
    }
  }

  /** Kafka's copy of the offsets only feeds lag displays; the next batch brings it up to date. */
  private static void ignoreOutcome(
      Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
    if (failure != null) {
      log.debug("offsets of {} partitions not shown yet", offsets.size(), failure);
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private Duration pauseAndGrow(Duration pause) {
    try {
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return pause;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /** Which partitions are ours, and which of them the sink has not been asked about yet. */
  private final class Claims implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final Collection<TopicPartition> unclaimed = new ArrayList<>();

    Claims(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    boolean isEmpty() {
      return consumer.assignment().isEmpty();
    }

    /** Claims at once, so that the very first poll already begins at the stored offsets. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      unclaimed.addAll(partitions);
      try {
        takeNew();
      } catch (RuntimeException unavailable) {
        log.warn("{} could not claim its partitions yet", name, unavailable);
        consumer.pause(partitions);
        health.set(new Health.Down(Explained.of(unavailable)));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      unclaimed.removeAll(partitions);
      sink.release(partitions);
    }

    void takeNew() {
      if (unclaimed.isEmpty()) {
        return;
      }
      Map<TopicPartition, Long> positions = new HashMap<>(sink.claim(List.copyOf(unclaimed)));
      for (TopicPartition partition : unclaimed) {
        Long position = positions.get(partition);
        if (position == null) {
          consumer.seekToBeginning(List.of(partition));
        } else {
          consumer.seek(partition, position);
        }
      }
      consumer.resume(unclaimed);
      unclaimed.clear();
    }

    Map<TopicPartition, Long> positions() {
      Map<TopicPartition, Long> positions = new HashMap<>();
      for (TopicPartition partition : consumer.assignment()) {
        if (!unclaimed.contains(partition)) {
          positions.put(partition, consumer.position(partition));
        }
      }
      return positions;
    }

    /** Asks the sink again about every partition: what was polled is polled once more. */
    void again() {
      unclaimed.clear();
      unclaimed.addAll(consumer.assignment());
      consumer.pause(unclaimed);
    }
  }
}
