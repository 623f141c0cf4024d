package dev.outreach.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that make no sense, by each way in, through the whole product: each ends with its reason
 * and the good one right behind it, in the same partition, is carried out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String DISCOVER = "/api/social/pipeline/discover";
  private static final String LONG = "x".repeat(301);

  private LocalStack.@Nullable Running stack;

  @BeforeAll
  void startEverything(@TempDir Path folder)
      throws IOException, InterruptedException, StartFailure {
    stack = WholeStack.on(folder);
    JsonClient.ofSandbox(stack.addresses().sandbox())
        .post(
            "/sandbox/instagram/people",
            Map.of(
                "people",
                Stream.of("by.table", "by.topic", "by.http")
                    .map(name -> Map.of("username", name))
                    .toList()));
  }

  @AfterAll
  void stopEverything() {
    if (stack != null) {
      stack.close();
    }
  }

  /** What is asked for, and the code it fails with. */
  private record Bad(String code, Asked asked) {}

  private record Asked(String platform, List<String> keywords, List<String> handles, int most) {

    static Asked handle(String handle) {
      return new Asked("instagram", List.of(), List.of(handle), 10);
    }
  }

  private static List<Bad> badRequests() {
    List<String> one = List.of("ceramics");
    return List.of(
        new Bad("UNKNOWN_PLATFORM", new Asked("myspace", one, List.of(), 10)),
        new Bad("UNKNOWN_PLATFORM", new Asked("", one, List.of(), 10)),
        new Bad("NOTHING_TO_SEARCH", new Asked("instagram", List.of(), List.of(), 10)),
        new Bad("NOTHING_TO_SEARCH", new Asked("instagram", List.of(" "), List.of(""), 10)),
        new Bad("BAD_CAP", new Asked("instagram", one, List.of(), 0)),
        new Bad("BAD_CAP", new Asked("instagram", one, List.of(), -1)),
        new Bad("BAD_CAP", new Asked("instagram", one, List.of(), Integer.MAX_VALUE)),
        new Bad("TOO_LONG", new Asked("instagram", List.of(LONG), List.of(), 10)),
        new Bad("TOO_LONG", new Asked("instagram", List.of(), List.of(LONG), 10)),
        new Bad(
            "TOO_MANY", new Asked("instagram", Collections.nCopies(101, "word"), List.of(), 10)));
  }

  @Test
  void shouldFailEachBadRowAndCarryOutTheGoodOneBehind() throws SQLException {
    List<Bad> all = badRequests();
    List<String> jobs = idsOfOnePartition(all.size() + 1);
    try (Connection connection = connect()) {
      for (int row = 0; row < all.size(); row++) {
        insert(connection, jobs.get(row), all.get(row).asked());
      }
      insert(connection, jobs.getLast(), Asked.handle("by.table"));
    }

    assertJobs(jobs, all, "table");
  }

  @Test
  void shouldFailEachBadRecordAndCarryOutTheGoodOneBehind()
      throws ExecutionException, InterruptedException {
    List<Bad> all = badRequests();
    List<String> jobs = idsOfOnePartition(all.size() + 1);
    EventSerdes serdes = EventSerdes.of(running().addresses().registry());
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(KafkaSettings.of(running().settings()).producer("upstream"))) {
      for (int record = 0; record < all.size(); record++) {
        publish(producer, serdes, jobs.get(record), all.get(record).asked());
      }
      publish(producer, serdes, jobs.getLast(), Asked.handle("by.topic"));
    }

    assertJobs(jobs, all, "topic");
  }

  @Test
  void shouldCarryOutTheGoodBodyBehindBadOnes() throws IOException, InterruptedException {
    for (String broken : List.of("", "{", "[]", "{\"platform\": \"myspace\"}")) {
      assertThat(post(broken).statusCode()).as(broken).isEqualTo(400);
    }

    HttpResponse<String> good = post("{\"platform\": \"instagram\", \"handles\": [\"by.http\"]}");

    assertThat(good.statusCode()).as(good.body()).isEqualTo(202);
    String job = new ObjectMapper().readTree(good.body()).path("job_id").asText();
    awaitJob(job, "completed / null / 1 / http");
  }

  /** The last one is the good one. */
  private void assertJobs(List<String> jobs, List<Bad> all, String source) {
    awaitJob(jobs.getLast(), "completed / null / 1 / " + source);
    for (int bad = 0; bad < all.size(); bad++) {
      awaitJob(jobs.get(bad), "failed / " + all.get(bad).code() + " / 0 / " + source);
    }
  }

  private void awaitJob(String job, String expected) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(statusOf(job)).isEqualTo(expected));
  }

  private String statusOf(String job) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT status, reason_code, found, source FROM social_discovery_jobs"
                    + " WHERE job_id = ?")) {
      select.setString(1, job);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? "%s / %s / %d / %s"
                .formatted(row.getString(1), row.getString(2), row.getLong(3), row.getString(4))
            : "unknown";
      }
    }
  }

  private static void insert(Connection connection, String job, Asked asked) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO social_discovery_requests (id, platform, keywords, handles, max_profiles)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setObject(1, UUID.fromString(job));
      insert.setString(2, asked.platform());
      insert.setArray(3, connection.createArrayOf("text", asked.keywords().toArray()));
      insert.setArray(4, connection.createArrayOf("text", asked.handles().toArray()));
      insert.setInt(5, asked.most());
      insert.executeUpdate();
    }
  }

  private static void publish(
      Producer<byte[], byte[]> producer, EventSerdes serdes, String job, Asked asked)
      throws ExecutionException, InterruptedException {
    String topic = Topics.standard().discoveryRequests().name();
    DiscoveryRequested request =
        DiscoveryRequested.newBuilder()
            .setJobId(job)
            .setPlatform(asked.platform())
            .setKeywords(asked.keywords())
            .setHandles(asked.handles())
            .setMaxProfiles(asked.most())
            .setRequestedAt(Clock.systemUTC().instant())
            .build();
    producer
        .send(
            new ProducerRecord<>(
                topic, job.getBytes(UTF_8), serdes.serializer().serialize(topic, request)))
        .get();
  }

  /** Ids whose requests meet in one partition, in the order they are asked for. */
  private static List<String> idsOfOnePartition(int count) {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      String id = UUID.randomUUID().toString();
      if (BuiltInPartitioner.partitionForKey(id.getBytes(UTF_8), Topics.DEFAULT_PARTITIONS) == 0) {
        ids.add(id);
      }
    }
    return ids;
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(running().addresses().http() + DISCOVER))
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", "Bearer " + running().token().value())
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        running().addresses().jdbc(), running().addresses().user(), "");
  }

  private LocalStack.Running running() {
    if (stack == null) {
      throw new IllegalStateException("the stack has not been started");
    }
    return stack;
  }
}
