package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.schemas.ProfileEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Which place of the log the event of each published record has. For one thread. */
final class Whereabouts implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Found> found = new ArrayList<>();
  private final Consumer<byte[], byte[]> consumer;
  private final Deserializer<ProfileEvent> deserializer;
  private final String series;
  private final Timetable timetable;

  private record Found(long due, int partition, long offset) {}

  Whereabouts(Store store, String series, Timetable timetable) {
    this.series = series;
    this.timetable = timetable;
    this.deserializer = LocalSchemas.serdes(store.topics()).deserializer();
    this.consumer = new KafkaConsumer<>(store.kafka().looseConsumer("whereabouts"));
    String topic = store.topics().profileEvents().name();
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(known -> new TopicPartition(topic, known.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Reads until so many events of the timetable were met. */
  void await(long expected) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (found.size() < expected) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(found.size() + " of " + expected + " events came");
      }
      consumer.poll(POLL).forEach(this::keep);
    }
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    ProfileEvent event = deserializer.deserialize(record.topic(), record.value());
    List<String> cause = List.of(event.getCausationId().orElse("").split("-", -1));
    if (cause.getFirst().equals(series)) {
      int person = Integer.parseInt(cause.getLast());
      int slot =
          cause.get(1).equals("found")
              ? timetable.slotOfFound(person)
              : timetable.slotOfReview(person);
      found.add(new Found(timetable.due(slot), record.partition(), record.offset()));
    }
  }

  /** The last event of each partition. */
  Map<Integer, Long> last() {
    Map<Integer, Long> last = new HashMap<>();
    found.forEach(event -> last.merge(event.partition(), event.offset(), Math::max));
    return last;
  }

  /** Milliseconds from due to visible, without what was due in the first moments. */
  double[] latencies(Visibility visibility, long begun, Duration without) {
    return found.stream()
        .filter(event -> event.due() >= without.toNanos())
        .mapToDouble(
            event -> (visibility.of(event.partition(), event.offset()) - begun - event.due()) / 1e6)
        .toArray();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
