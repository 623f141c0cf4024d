package dev.outreach.standalone.demo;

import dev.outreach.discovery.file.FileImport;
import dev.outreach.discovery.file.ImportOptions;
import dev.outreach.discovery.file.ImportReport;
import dev.outreach.discovery.file.UnreadableFile;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.stack.Addresses;
import dev.outreach.standalone.stack.LocalStack;
import dev.outreach.standalone.stack.TopicSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The outside world of the demo: a file, a system that publishes on the topic, one that inserts
 * rows, one that calls.
 */
final class Upstream {

  private static final String PEOPLE = "/demo/people.csv";
  private static final String TOPIC_JOB = DerivedId.of("demo", "topic");
  private static final String TABLE_JOB = DerivedId.of("demo", "table");

  /** What is asked for over HTTP, one job each. */
  private static final List<Map<String, Object>> SEARCHES =
      List.of(
          Map.of("platform", "instagram", "keywords", List.of("coffee"), "max_profiles", 25),
          Map.of(
              "platform",
              "tiktok",
              "keywords",
              List.of("coffee"),
              "locations",
              List.of("DE", "US"),
              "max_profiles",
              8),
          Map.of("platform", "facebook", "keywords", List.of("coffee"), "max_profiles", 8),
          Map.of(
              "platform",
              "linkedin",
              "keywords",
              List.of("coffee", "ceramics", "yoga"),
              "max_profiles",
              3));

  /** And one each by file, by topic and by table. */
  private static final int JOBS = SEARCHES.size() + 3;

  private final LocalStack.Running running;
  private final Progress progress;
  private final Clock clock;

  Upstream(LocalStack.Running running, Progress progress, Clock clock) {
    this.running = running;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Asks for people by every way in; asking again is the same jobs.
   *
   * @return how many jobs there are
   */
  int ask(JsonClient pipeline)
      throws IOException, InterruptedException, ExecutionException, UnreadableFile {
    importFile();
    publish();
    insertRow();
    for (Map<String, Object> search : SEARCHES) {
      pipeline.postOnce("/api/social/pipeline/discover", "demo-" + search.get("platform"), search);
    }
    return JOBS;
  }

  private void importFile() throws IOException, UnreadableFile {
    Progress.Stage stage = progress.stage("Import");
    Path file = running.stack().folder().resolve("demo-people.csv");
    try (InputStream people =
        Objects.requireNonNull(Upstream.class.getResourceAsStream(PEOPLE), "shipped with us")) {
      Files.copy(people, file, StandardCopyOption.REPLACE_EXISTING);
    }
    ImportReport report =
        new FileImport(
                KafkaSettings.of(running.settings()),
                TopicSettings.of(running.settings()),
                EventSerdes.of(running.addresses().registry()),
                clock)
            .run(
                file,
                ImportOptions.standard(),
                counts -> stage.at(counts.profiles(), counts.profiles(), "profiles"));
    stage.done(
        "%d rows: %d profiles, %d duplicates, %d refused"
            .formatted(
                report.counts().rows(),
                report.counts().profiles(),
                report.counts().duplicates(),
                report.counts().refusedInAll()));
  }

  /** What a backend does that knows SQL and no Kafka; the id makes the row the same job again. */
  private void insertRow() throws IOException {
    Addresses addresses = running.addresses();
    try (Connection connection =
            DriverManager.getConnection(addresses.jdbc(), addresses.user(), "");
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO social_discovery_requests (id, platform, keywords, max_profiles, requested_by)
                VALUES (?::uuid, 'instagram', '{bakery}', 25, 'demo backend')
                ON CONFLICT DO NOTHING
                """)) {
      insert.setString(1, TABLE_JOB);
      insert.executeUpdate();
    } catch (SQLException refused) {
      throw new IOException("the row of the table of requests was refused", refused);
    }
  }

  /** What any Avro producer with the published schema would do. */
  private void publish() throws IOException, InterruptedException, ExecutionException {
    DiscoveryRequested request =
        DiscoveryRequested.newBuilder()
            .setJobId(TOPIC_JOB)
            .setPlatform("instagram")
            .setKeywords(List.of("ceramics"))
            .setMaxProfiles(25)
            .setRequestedBy("demo upstream")
            .setRequestedAt(clock.instant())
            .setCorrelationId(null)
            .build();
    EventSerdes serdes = EventSerdes.of(running.addresses().registry());
    try (Producer<String, DiscoveryRequested> producer =
        new KafkaProducer<>(
            KafkaSettings.of(running.settings()).producer("demo-upstream"),
            new StringSerializer(),
            serdes.<DiscoveryRequested>serializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  TopicSettings.of(running.settings()).discoveryRequests().name(),
                  TOPIC_JOB,
                  request))
          .get();
    }
  }
}
