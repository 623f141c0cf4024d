package dev.outreach.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Provisioning;
import dev.outreach.schemas.topics.ProvisioningFailure;
import dev.outreach.schemas.topics.ProvisioningOptions;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What every broker we run on must do, whoever started it. */
abstract class KafkaContract {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EventSerdes serdes =
      EventSerdes.over(
          new MockSchemaRegistryClient(List.of(new AvroSchemaProvider())), "mock://contract");

  /** Where the broker is. */
  abstract String bootstrapServers();

  @Test
  void shouldBeProvisionedTwiceWithoutHarm() throws ExecutionException, InterruptedException {
    Topics topics = Topics.with("twice.", 3);

    provision(topics);
    provision(topics);

    try (Admin admin = Admin.create(kafka().admin())) {
      Set<String> names = admin.listTopics().names().get();
      assertThat(names).containsAll(topics.all().stream().map(Topic::name).toList());
    }
  }

  @Test
  void shouldRefuseTopicsWithAnotherNumberOfPartitions() {
    provision(Topics.with("partitions.", 3));

    assertThatThrownBy(() -> provision(Topics.with("partitions.", 4)))
        .isInstanceOf(ProvisioningFailure.class)
        .hasMessageContaining("partitions");
  }

  @Test
  void shouldShowCommittedRecordsAndHideAbortedOnes()
      throws ExecutionException, InterruptedException {
    Topics topics = Topics.with("transactions.", 1);
    provision(topics);
    String topic = topics.discoveryRequests().name();
    byte[] value = serdes.<DiscoveryRequested>serializer().serialize(topic, request());

    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka().transactionalProducer("contract", "contract"))) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, "aborted".getBytes(UTF_8), value)).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, "committed".getBytes(UTF_8), value)).get();
      producer.commitTransaction();
    }

    ConsumerRecords<byte[], byte[]> seen = read(topic);
    assertThat(seen).hasSize(1);
    assertThat(new String(seen.iterator().next().key(), UTF_8)).isEqualTo("committed");
  }

  private ConsumerRecords<byte[], byte[]> read(String topic) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka().looseConsumer("contract-reader"))) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
      while (records.isEmpty() && System.nanoTime() < giveUp) {
        records = consumer.poll(Duration.ofSeconds(1));
      }
      return records;
    }
  }

  private void provision(Topics topics) {
    try (Admin admin = Admin.create(kafka().admin())) {
      new Provisioning(admin, serdes.registry(), new ProvisioningOptions(1, PATIENCE))
          .provision(topics);
    }
  }

  private KafkaSettings kafka() {
    return KafkaSettings.of(Settings.of(Map.of("OUTREACH_KAFKA_BOOTSTRAP", bootstrapServers())));
  }

  private static DiscoveryRequested request() {
    return DiscoveryRequested.newBuilder()
        .setJobId("job")
        .setPlatform("instagram")
        .setRequestedAt(Instant.EPOCH)
        .setCorrelationId(null)
        .build();
  }
}
