package dev.outreach.standalone.embedded;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One record, one row and one schema: left in a set of servers, and looked for later. */
record Footprint(String mark) {

  private static final TopicPartition TOPIC = new TopicPartition("footprint", 0);

  void leave(Addresses servers)
      throws ExecutionException, InterruptedException, IOException, SQLException {
    leaveRecord(servers);
    leaveRow(servers);
    leaveSchema(servers);
  }

  void expectIn(Addresses servers) throws InterruptedException, IOException, SQLException {
    expectRecord(servers);
    expectRow(servers);
    expectSchema(servers);
  }

  private void leaveRecord(Addresses servers) throws ExecutionException, InterruptedException {
    Map<String, Object> address = Map.of("bootstrap.servers", servers.bootstrapServers());
    try (Admin admin = Admin.create(address);
        var producer =
            new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(TOPIC.topic(), "key", mark)).get();
    }
  }

  private void expectRecord(Addresses servers) {
    Map<String, Object> address = Map.of("bootstrap.servers", servers.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(address, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(TOPIC));
      consumer.seekToBeginning(List.of(TOPIC));
      var records = consumer.poll(Duration.ofSeconds(20)).records(TOPIC);
      assertThat(records).extracting(record -> record.value()).containsExactly(mark);
    }
  }

  private void leaveRow(Addresses servers) throws SQLException {
    try (var connection = DriverManager.getConnection(servers.jdbcUrl(), "outreach", "");
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE footprint (mark text)");
      statement.execute("INSERT INTO footprint VALUES ('" + mark + "')");
    }
  }

  private void expectRow(Addresses servers) throws SQLException {
    try (var connection = DriverManager.getConnection(servers.jdbcUrl(), "outreach", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT mark FROM footprint")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(mark);
      assertThat(rows.next()).isFalse();
    }
  }

  private void leaveSchema(Addresses servers) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(servers.registryUrl() + "/subjects/footprint/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"schema": "{\\"type\\":\\"enum\\",\\"name\\":\\"Mark\\",\\"symbols\\":[\\"%s\\"]}"}
                    """
                        .formatted(mark)))
            .build();
    assertThat(send(request)).contains("\"id\"");
  }

  private void expectSchema(Addresses servers) throws IOException, InterruptedException {
    URI latest = URI.create(servers.registryUrl() + "/subjects/footprint/versions/latest");
    assertThat(send(HttpRequest.newBuilder(latest).build())).contains(mark);
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, ofString()).body();
    }
  }
}
