package dev.outreach.discovery.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.discovery.TestRecords;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.testbroker.TestBroker;
import dev.outreach.testbroker.TestTopics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * More rows than the importing process could hold: a row with its biography takes a kilobyte and
 * more in memory, all of them several times the heap. A million: {@code -Dimport.rows=1000000}.
 */
class LargeFileIT {

  private static final Logger log = LoggerFactory.getLogger(LargeFileIT.class);
  private static final int ROWS = Integer.getInteger("import.rows", 200_000);
  private static final int HEAP_MEGABYTES = 96;
  private static final String BIOGRAPHY = "We bake and we pour and we play music. ".repeat(12);

  @TempDir private Path folder;

  @Test
  void shouldImportAFileLargerThanItsMemory() throws Exception {
    Path file = write(folder.resolve("people.csv.gz"));
    try (TestBroker broker = TestBroker.start(folder.resolve("kafka"))) {
      TestTopics.create(
          broker.bootstrapServers(),
          TestRecords.TOPICS.events().stream()
              .collect(Collectors.toMap(Topic::name, Topic::partitions)));
      long begun = System.nanoTime();

      Path output = folder.resolve("import.log");
      Process process =
          ImportProcess.launch(HEAP_MEGABYTES, broker.bootstrapServers(), file, output);

      assertThat(process.waitFor()).as(Files.readString(output)).isZero();
      log.info("{} rows in {} s", ROWS, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
      assertThat(published(broker)).as(Files.readString(output)).isEqualTo(ROWS);
    }
  }

  private static Path write(Path file) throws IOException {
    try (BufferedWriter rows =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      rows.write("full_name,ig,followers,bio\n");
      for (int row = 0; row < ROWS; row++) {
        rows.write("Person %1$d,person.%1$d,%1$d,%1$d %2$s\n".formatted(row, BIOGRAPHY));
      }
    }
    return file;
  }

  /** How many people a reader of committed records sees. */
  private static long published(TestBroker broker) {
    KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), 1, Map.of());
    Topic people = TestRecords.TOPICS.discoveredProfiles();
    List<TopicPartition> partitions = people.everyPartition();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.looseConsumer("reader"))) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long seen = 0;
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        seen += consumer.poll(Duration.ofSeconds(1)).count();
      }
      return seen;
    }
  }
}
