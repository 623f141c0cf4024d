package dev.outreach.discovery.table;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.RegisteredForm;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.testbroker.TestBroker;
import dev.outreach.testbroker.TestTopics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** A broker and a PostgreSQL of our own, and the table between them. */
final class IntakeWorld implements AutoCloseable {

  static final Topics TOPICS = Topics.with("social.", 3);
  private static final String REGISTRY = "mock://table-intake";

  private final TestBroker broker;
  private final EmbeddedPostgres postgres;

  private IntakeWorld(TestBroker broker, EmbeddedPostgres postgres) {
    this.broker = broker;
    this.postgres = postgres;
  }

  /**
   * A fresh world.
   *
   * @param walKept how much log PostgreSQL keeps for a slot that nobody reads
   */
  static IntakeWorld start(Path directory, String walKept) throws Exception {
    TestBroker broker = TestBroker.start(directory.resolve("kafka"));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("wal_level", "logical")
            .setServerConfig("max_slot_wal_keep_size", walKept)
            .setServerConfig("max_wal_size", "32MB")
            .setServerConfig("fsync", "on")
            .start();
    IntakeWorld world = new IntakeWorld(broker, postgres);
    world.createTopic();
    return world;
  }

  private void createTopic() throws ExecutionException, InterruptedException {
    String name = TOPICS.discoveryRequests().name();
    TestTopics.create(broker.bootstrapServers(), Map.of(name, 3));
  }

  KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), 1, Map.of());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  String jdbcUrl() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  TableIntakeParts parts() {
    return parts(bootstrapServers(), jdbcUrl());
  }

  /** The parts of an intake in whichever process; the registry is that process's own. */
  static TableIntakeParts parts(String bootstrapServers, String jdbcUrl) {
    return new TableIntakeParts(
        new TableIntakeSettings(jdbcUrl, "postgres", Optional.empty(), Duration.ofMillis(500)),
        new KafkaSettings(bootstrapServers, 1, Map.of()),
        TOPICS,
        serdes());
  }

  static EventSerdes serdes() {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    try {
      registry.register(
          TOPICS.discoveryRequests().name() + "-value",
          RegisteredForm.of(DiscoveryRequested.getClassSchema()));
    } catch (IOException | RestClientException impossible) {
      throw new IllegalStateException(impossible);
    }
    return EventSerdes.over(registry, REGISTRY);
  }

  Connection connect() throws SQLException {
    return postgres.getPostgresDatabase().getConnection();
  }

  void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The first column of what a query gives, as text. */
  List<String> values(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        values.add(results.getString(1));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return values;
  }

  /** What a reader of committed records sees in the topic of requests now. */
  List<ConsumerRecord<byte[], byte[]>> published() {
    List<ConsumerRecord<byte[], byte[]>> published = new ArrayList<>();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka().looseConsumer("reader"))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPICS.discoveryRequests().name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(published::add);
      }
    }
    return published;
  }

  /** Where the topic of requests ends for a reader of committed records, over all partitions. */
  long publishedEnd() {
    try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka().looseConsumer("reader"))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPICS.discoveryRequests().name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** The ids of the jobs that were published, doubles included. */
  List<String> publishedIds() {
    return published().stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .toList();
  }

  List<String> insertedIds() {
    return values("SELECT id FROM social_discovery_requests");
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    broker.close();
  }
}
