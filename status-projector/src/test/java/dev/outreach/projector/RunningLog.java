package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.testbroker.TestBroker;
import dev.outreach.testbroker.TestTopics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** A real broker with the topics the projector reads, and programs that read them. */
final class RunningLog implements AutoCloseable {

  final Topics topics = Topics.with("social.", 4);

  private final EventSerdes serdes =
      EventSerdes.over(new MockSchemaRegistryClient(), "mock://running-log");
  private final Serializer<ProfileEvent> serializer =
      serdes.<ProfileEvent>privateSerde().serializer();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Future<?>> deliveries = new ArrayList<>();
  private final TestBroker broker;
  private final Producer<byte[], byte[]> producer;

  RunningLog(Path directory) throws Exception {
    broker = TestBroker.start(directory);
    List<Topic> written =
        List.of(
            topics.profileEvents(),
            topics.discoveryProgress(),
            topics.discoveryResults(),
            topics.replays(),
            topics.deadLettersOf(Topics.STATUS_PROJECTOR));
    try {
      TestTopics.create(
          broker.bootstrapServers(),
          written.stream().collect(Collectors.toMap(Topic::name, Topic::partitions)));
    } catch (ExecutionException | InterruptedException | RuntimeException failure) {
      broker.close();
      throw failure;
    }
    producer = new KafkaProducer<>(kafka().producer("test"));
  }

  StatusProjectorApp projector(DataSource dataSource, Clock clock, String instance) {
    return new StatusProjectorApp(
        config(instance), new StatusProjectorApp.Surroundings(dataSource, serdes, clock, meters));
  }

  Rebuild rebuild(DataSource dataSource, Clock clock, Consumer<String> says) {
    return new Rebuild(new RebuildParts(config("rebuild"), dataSource, serdes, clock, says));
  }

  /** Appends to the partition of a person's number. */
  void append(int person, ProfileEvent event) {
    appendBytes(
        person, serializer.serialize(topics.profileEvents().name(), event), event.getProfileId());
  }

  void appendBytes(int person, byte[] value, String key) {
    deliveries.add(
        producer.send(
            new ProducerRecord<>(
                topics.profileEvents().name(),
                person % topics.profileEvents().partitions(),
                key.getBytes(StandardCharsets.UTF_8),
                value)));
  }

  /** Waits until the broker has everything. */
  void settle() throws ExecutionException, InterruptedException {
    producer.flush();
    for (Future<?> delivery : deliveries) {
      assertThat(delivery.get()).isNotNull();
    }
    deliveries.clear();
  }

  private ProjectorConfig config(String instance) {
    return new ProjectorConfig(
        kafka(),
        URI.create("http://127.0.0.1:1"),
        topics,
        Projector.POLICY,
        Duration.ofSeconds(1),
        4_000,
        instance);
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), 1, Map.of());
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
