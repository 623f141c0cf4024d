package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.ReadModelChanges;
import dev.outreach.readmodel.Recount;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The app as it runs: a real broker, a real PostgreSQL, several instances. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusProjectorAppIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Topics topics = Topics.with("social.", 4);
  private final EventSerdes serdes =
      EventSerdes.over(new MockSchemaRegistryClient(), "mock://projector-app");
  private final Serializer<ProfileEvent> serializer =
      serdes.<ProfileEvent>privateSerde().serializer();
  private final MovableClock clock = new MovableClock(Events.START);

  private TestBroker broker;
  private TestPostgres postgres;
  private Producer<byte[], byte[]> producer;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    broker = TestBroker.start(directory);
    postgres = new TestPostgres();
    List<Topic> written =
        List.of(
            topics.profileEvents(),
            topics.discoveryProgress(),
            topics.replays(),
            topics.deadLettersOf(Topics.STATUS_PROJECTOR));
    try (Admin admin = Admin.create(kafka().admin())) {
      admin.createTopics(written.stream().map(StatusProjectorAppIT::newTopic).toList()).all().get();
      // Until its leader works, a new partition can refuse a producer's first batch for ever.
      admin.listOffsets(ends(written)).all().get();
    }
    producer = new KafkaProducer<>(kafka().producer("test"));
  }

  private static NewTopic newTopic(Topic topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1);
  }

  private static Map<TopicPartition, OffsetSpec> ends(List<Topic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    return ends;
  }

  @AfterAll
  void stop() {
    producer.close();
    postgres.close();
    broker.close();
  }

  @Test
  void shouldProjectTheLogOnceWhoeverOwnsItsPartitions() {
    ConcurrentLinkedQueue<ReadModelChange> seen = new ConcurrentLinkedQueue<>();
    try (StatusProjectorApp first = app("first");
        ReadModelChanges changes = new ReadModelChanges(postgres.dataSource(), listener(seen))) {
      first.start();
      happen(0, 400);
      awaitPeople(400);
      assertThat(first.health()).isEqualTo(new Health.Up());
      changes.start();
      try (StatusProjectorApp second = app("second")) {
        second.start();
        awaitOwners(2);
        happen(400, 800);
        awaitPeople(800);
      }
      happen(800, 900);
      awaitPeople(900);
      await().atMost(PATIENCE).until(() -> !seen.isEmpty());
    }
    try (StatusProjectorApp third = app("third")) {
      third.start();
      happen(900, 1_000);
      awaitPeople(1_000);
      await().atMost(PATIENCE).until(() -> status().eventsBehind() == 0);
    }

    assertThat(new Recount(postgres.dataSource()).run().agrees()).isTrue();
    assertThat(status().asOf()).isEqualTo(Events.START);
    assertThat(seen).allSatisfy(change -> assertThat(change.workspaceId()).isEqualTo("acme"));
    assertThat(postgres.value("SELECT count(*) FROM social_timeline")).isEqualTo("1000");
  }

  private StatusProjectorApp app(String instance) {
    ProjectorConfig config =
        new ProjectorConfig(
            kafka(),
            URI.create("http://127.0.0.1:1"),
            topics,
            Projector.FOLLOW_UP_AFTER,
            1_000,
            instance);
    return new StatusProjectorApp(
        config,
        new StatusProjectorApp.Surroundings(
            postgres.dataSource(), serdes, clock, new SimpleMeterRegistry()));
  }

  private KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), 1, Map.of());
  }

  private void happen(int from, int to) {
    IntStream.range(from, to)
        .mapToObj(this::discovered)
        .map(producer::send)
        .toList()
        .forEach(delivery -> assertThat(delivery).succeedsWithin(PATIENCE));
  }

  private ProducerRecord<byte[], byte[]> discovered(int person) {
    ProfileEvent event =
        Events.event("person" + person, 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    String topic = topics.profileEvents().name();
    return new ProducerRecord<>(
        topic,
        person % topics.profileEvents().partitions(),
        event.getProfileId().getBytes(StandardCharsets.UTF_8),
        serializer.serialize(topic, event));
  }

  private void awaitPeople(long people) {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .ignoreExceptions()
        .until(() -> status().total().counts().people() == people);
  }

  private void awaitOwners(int owners) {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .until(
            () ->
                postgres
                    .value("SELECT count(DISTINCT owner) FROM social_projection")
                    .equals(Integer.toString(owners)));
  }

  private PipelineStatus status() {
    return new PipelineStatusQuery(postgres.dataSource()).of("acme");
  }

  private static ReadModelChanges.Listener listener(ConcurrentLinkedQueue<ReadModelChange> seen) {
    return new ReadModelChanges.Listener() {
      @Override
      public void changed(ReadModelChange change) {
        seen.add(change);
      }

      @Override
      public void missed() {
        seen.addAll(List.of());
      }
    };
  }
}
