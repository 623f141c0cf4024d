package dev.outreach.drafting;

import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.WholeTopics;
import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.serdes.RegistryFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of whom nothing is drafted any more, as the log has it: a task may have waited for long since its
 * person was suppressed or erased. Every instance reads the topic from its beginning. Thread-safe.
 */
final class RefusedPeople implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RefusedPeople.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final Supplier<WholeTopics> topics;
  private final RecordReader<RefusedPerson> reader;
  private final Map<String, Set<String>> origins = new ConcurrentHashMap<>();
  private final CountDownLatch known = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("refused-people").unstarted(this::run);

  /**
   * Not started yet.
   *
   * @param topics the topic of refused people, from its beginning; asked again after a failure
   */
  RefusedPeople(Supplier<WholeTopics> topics, RecordReader<RefusedPerson> reader) {
    this.topics = topics;
    this.reader = reader;
  }

  void start() {
    thread.start();
  }

  /**
   * Whether nothing is drafted for the person; waits until all that was said before the start is
   * known.
   */
  boolean contains(String profileId) throws InterruptedException {
    known.await();
    return origins.containsKey(profileId);
  }

  private void run() {
    try {
      do {
        follow();
      } while (!closing.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException | InterruptException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was known stays known while it cannot be read on. */
  private void follow() {
    try (WholeTopics topic = topics.get()) {
      topic.readToEnd(this::take);
      known.countDown();
      while (closing.getCount() > 0) {
        topic.read(LOOK, this::take);
      }
    } catch (InterruptException stopped) {
      throw stopped;
    } catch (KafkaException failure) {
      log.warn("refused people cannot be read; it is tried again", failure);
    }
  }

  /** What nobody can use is put aside by discovery-producer. */
  private void take(ConsumerRecord<byte[], byte[]> record) {
    switch (reader.read(record)) {
      case Decoded.Read<RefusedPerson>(RefusedPerson person) -> take(person);
      case Decoded.Unreadable<RefusedPerson>(_, Throwable cause) -> {
        if (RegistryFailure.isBehind(cause)) {
          throw new KafkaException("the schema registry does not answer", cause);
        }
      }
    }
  }

  private void take(RefusedPerson person) {
    boolean isAdmitted = person.getReason() == RefusalReason.NONE;
    origins.compute(
        person.getProfileId(),
        (_, before) -> {
          Set<String> now = before == null ? ConcurrentHashMap.newKeySet() : before;
          if (isAdmitted) {
            now.remove(person.getOrigin());
          } else {
            now.add(person.getOrigin());
          }
          return now.isEmpty() ? null : now;
        });
  }

  @Override
  public void close() {
    closing.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(BETWEEN_TRIES.multipliedBy(3));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
