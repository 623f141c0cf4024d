package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.testbroker.TestBroker;
import dev.outreach.testbroker.TestTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEndsIT {

  private static final TopicPartition FINISHED = new TopicPartition("events", 0);
  private static final TopicPartition UNDER_WAY = new TopicPartition("events", 1);
  private static final TopicPartition EMPTY = new TopicPartition("events", 2);
  private static final List<TopicPartition> ALL = List.of(FINISHED, UNDER_WAY, EMPTY);

  @Test
  void shouldSayWhereAReaderOfWhatIsCommittedComesToItsEnd(@TempDir Path directory)
      throws Exception {
    try (TestBroker broker = TestBroker.start(directory)) {
      TestTopics.create(broker.bootstrapServers(), Map.of("events", 3));
      KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), 1, Map.of());
      try (Producer<byte[], byte[]> producer =
              new KafkaProducer<>(kafka.transactionalProducer("writer", "writer"));
          Consumer<byte[], byte[]> reader = new KafkaConsumer<>(kafka.looseConsumer("reader"));
          LogEnds ends = new LogEnds(Admin.create(kafka.admin()))) {
        producer.initTransactions();
        producer.beginTransaction();
        append(producer, FINISHED, 3);
        producer.commitTransaction();
        producer.beginTransaction();
        append(producer, UNDER_WAY, 2);
        reader.assign(ALL);

        Map<TopicPartition, Long> expected = Map.of(FINISHED, 4L, UNDER_WAY, 0L, EMPTY, 0L);
        awaitEnds(ends, expected);
        assertThat(reader.endOffsets(ALL)).isEqualTo(expected);

        producer.commitTransaction();
        awaitEnds(ends, Map.of(UNDER_WAY, 3L));
      }
    }
  }

  /** The broker answers a writer that commits before the marker stands in every partition. */
  private static void awaitEnds(LogEnds ends, Map<TopicPartition, Long> expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .dontCatchUncaughtExceptions()
        .until(() -> ends.of(expected.keySet()), expected::equals);
  }

  private static void append(Producer<byte[], byte[]> producer, TopicPartition to, int records)
      throws ExecutionException, InterruptedException {
    for (int i = 0; i < records; i++) {
      assertThat(
              producer
                  .send(new ProducerRecord<>(to.topic(), to.partition(), null, new byte[] {1}))
                  .get()
                  .hasOffset())
          .isTrue();
    }
  }
}
