package dev.outreach.benchmarks.people;

import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.schemas.ProfileEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes finished histories into the log of profile events. For one thread. */
public final class EventFeed implements AutoCloseable {

  /** So many people's histories are told side by side, as life tells them. */
  private static final int AT_A_TIME = 20_000;

  private final Producer<byte[], byte[]> producer;
  private final Serializer<ProfileEvent> serializer;
  private final String topic;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** A feed into the topic the projector reads. */
  public EventFeed(Store store, String name) {
    this.producer = new KafkaProducer<>(store.kafka().producer("events-" + name));
    this.serializer = LocalSchemas.serdes(store.topics()).serializer();
    this.topic = store.topics().profileEvents().name();
  }

  /** Tells the histories of some people: everybody's first event, everybody's second, and so on. */
  public void tell(Histories histories, int from, int to, Instant begun) {
    for (int first = from; first < to; first += AT_A_TIME) {
      Deque<Deque<ProfileEvent>> untold = new ArrayDeque<>();
      for (int person = first; person < Math.min(to, first + AT_A_TIME); person++) {
        untold.add(new ArrayDeque<>(histories.of(person, begun)));
      }
      while (!untold.isEmpty()) {
        Deque<ProfileEvent> next = untold.remove();
        append(next.remove());
        if (!next.isEmpty()) {
          untold.add(next);
        }
      }
    }
    settle();
  }

  /** Appends events in this order. */
  public void tell(List<ProfileEvent> events) {
    events.forEach(this::append);
  }

  private void append(ProfileEvent event) {
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                topic,
                event.getProfileId().getBytes(StandardCharsets.UTF_8),
                serializer.serialize(topic, event)),
            (_, failed) -> {
              if (failed != null) {
                failure.set(failed);
              }
            });
  }

  /** Returns when the broker has everything. */
  public void settle() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new KafkaException("an event could not be appended", failed);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
