package dev.outreach.sending.relay;

import dev.outreach.runtime.Health;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.sending.ledger.Outbox;
import dev.outreach.sending.ledger.Outbox.Letter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the results in the outbox, in their order, and marks them when the broker has them. A
 * crash publishes some of them twice under the same id; of several relays one is at work.
 */
public final class ResultRelay implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ResultRelay.class);
  private static final int BATCH = 500;
  private static final Duration IDLE = Duration.ofMillis(100);

  /** Results come in one by one; a round costs little more for many than for one. */
  private static final Duration GATHER = Duration.ofMillis(50);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int ROUNDS_PER_PURGE = 10_000;
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final Outbox outbox;
  private final Producer<byte[], byte[]> producer;
  private final Serializer<SendResult> serializer;
  private final Topic topic;
  private final Clock clock;
  private final Semaphore work = new Semaphore(0);
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));
  private final Thread loop = Thread.ofPlatform().name("send-result-relay").unstarted(this::run);

  /** A relay that is not started yet. */
  public ResultRelay(
      Outbox outbox,
      Producer<byte[], byte[]> producer,
      Serializer<SendResult> serializer,
      Topic topic,
      Clock clock) {
    this.outbox = outbox;
    this.producer = producer;
    this.serializer = serializer;
    this.topic = topic;
    this.clock = clock;
  }

  /** Begins to publish. */
  public void start() {
    loop.start();
  }

  /** Whether it can reach outbox and topic. */
  public Health health() {
    return health.get();
  }

  private void run() {
    for (int round = 1; !closing.get(); round++) {
      try {
        int relayed = outbox.relay(BATCH, clock.instant(), this::publish);
        if (round % ROUNDS_PER_PURGE == 0) {
          outbox.purge(clock.instant().minus(KEPT));
        }
        health.set(new Health.Up());
        pause(relayed == 0 ? IDLE : relayed < BATCH ? GATHER : Duration.ZERO);
      } catch (RuntimeException failure) {
        log.warn("results could not be published and are tried again", failure);
        health.set(new Health.Down("results cannot be published"));
        pause(AFTER_FAILURE);
      }
    }
    health.set(new Health.Down("stopped"));
  }

  private void publish(List<Letter> letters) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Letter letter : letters) {
      byte[] value = serializer.serialize(topic.name(), ResultRecord.of(letter));
      byte[] key = letter.profileId().getBytes(StandardCharsets.UTF_8);
      sent.add(producer.send(new ProducerRecord<>(topic.name(), key, value)));
    }
    producer.flush();
    for (Future<RecordMetadata> result : sent) {
      await(result);
    }
  }

  private static void await(Future<RecordMetadata> result) {
    try {
      result.get();
    } catch (ExecutionException failure) {
      throw new KafkaException("a result could not be published", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while publishing", interrupted);
    }
  }

  private void pause(Duration length) {
    try {
      if (work.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("woken");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.set(true);
    work.release();
    try {
      if (!loop.join(CLOSE_WITHIN)) {
        loop.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
