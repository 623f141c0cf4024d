package dev.outreach.projector;

import dev.outreach.readmodel.Policy;
import dev.outreach.runtime.DeadLetters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One instance of the projector without Kafka: polls are made by hand. */
final class Projector {

  static final Duration FOLLOW_UP_AFTER = Duration.ofDays(3);
  static final Policy POLICY = new Policy(FOLLOW_UP_AFTER, ZoneId.of("UTC"));

  final MockProducer<byte[], byte[]> deadLetters =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  private final TestLog log;
  private final ProjectionSink sink;
  private final FollowUpClock followUps;
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  Projector(TestLog log, DataSource dataSource, Clock clock) {
    this.log = log;
    Streams streams = new Streams(log.topics);
    Claims claims = new Claims();
    this.sink =
        new ProjectionSink(
            new ProjectionSink.Parts(
                dataSource,
                new BatchReader(streams, log.serdes),
                new DeadLetterOffice(
                    new DeadLetters("status-projector", "dead", new SimpleMeterRegistry()),
                    deadLetters),
                streams,
                claims,
                clock,
                POLICY,
                "test"));
    this.followUps =
        new FollowUpClock(
            new Transactions(dataSource),
            sink,
            claims,
            new FollowUpClock.Timing(clock, FOLLOW_UP_AFTER));
  }

  void claim(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> found = sink.claim(partitions);
    partitions.forEach(partition -> positions.put(partition, found.getOrDefault(partition, 0L)));
  }

  Map<TopicPartition, Long> positions() {
    return Map.copyOf(positions);
  }

  /** Applies up to so many records of each of these partitions. */
  void apply(Collection<TopicPartition> partitions, int most) {
    Map<TopicPartition, Long> wanted = new HashMap<>(positions);
    wanted.keySet().retainAll(partitions);
    ConsumerRecords<byte[], byte[]> polled = log.poll(wanted, most);
    if (polled.isEmpty()) {
      return;
    }
    sink.apply(polled);
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
  }

  void applyEverything() {
    apply(positions().keySet(), Integer.MAX_VALUE / 2);
  }

  void tick() {
    followUps.tick();
  }
}
