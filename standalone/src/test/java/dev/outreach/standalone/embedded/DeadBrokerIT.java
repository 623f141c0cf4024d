package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadBrokerIT {

  private static final String TOPIC = "deposits";
  private static final int PARTITIONS = 12;
  private static final int WRITERS = 8;
  private static final int WARM = 30;

  @TempDir private Path temp;

  @Test
  void shouldEndTheTransactionsThatWereEndingWhenItWasKilled()
      throws IOException, InterruptedException, ExecutionException {
    InfrastructureProcess killed = InfrastructureProcess.launch(temp);
    try {
      String kafka = killed.awaitReady().bootstrapServers();
      createTopic(kafka);
      CountDownLatch warm = new CountDownLatch(WRITERS * WARM);
      List<Thread> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "writer-" + writer;
        writers.add(Thread.ofPlatform().start(() -> writeUntilItDies(kafka, name, warm)));
      }
      warm.await();
      killed.kill();
      for (Thread writer : writers) {
        writer.join();
      }
    } finally {
      killed.kill();
    }

    InfrastructureProcess again = InfrastructureProcess.launch(temp);
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of("bootstrap.servers", again.awaitReady().bootstrapServers()))) {
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(openTransactions(admin)).isEmpty());
    } finally {
      again.kill();
    }
  }

  /** Many small transactions over all partitions: a kill meets some that are being ended. */
  private static void writeUntilItDies(String kafka, String name, CountDownLatch warm) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", kafka,
            "transactional.id", name,
            "transaction.timeout.ms", 3_000,
            "max.block.ms", 5_000,
            "delivery.timeout.ms", 5_000,
            "request.timeout.ms", 2_000,
            "linger.ms", 0);
    var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    try {
      producer.initTransactions();
      while (true) {
        producer.beginTransaction();
        for (int partition = 0; partition < PARTITIONS; partition++) {
          var _ = producer.send(new ProducerRecord<>(TOPIC, partition, name, "1"));
        }
        producer.commitTransaction();
        warm.countDown();
      }
    } catch (KafkaException died) {
      producer.close(Duration.ZERO);
    }
  }

  private static void createTopic(String kafka) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
  }

  private static List<String> openTransactions(Admin admin)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions =
        IntStream.range(0, PARTITIONS).mapToObj(n -> new TopicPartition(TOPIC, n)).toList();
    return admin.describeProducers(partitions).all().get().entrySet().stream()
        .flatMap(
            partition ->
                partition.getValue().activeProducers().stream()
                    .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                    .map(producer -> partition.getKey() + ": " + producer))
        .toList();
  }
}
