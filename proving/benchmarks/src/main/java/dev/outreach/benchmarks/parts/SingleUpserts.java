package dev.outreach.benchmarks.parts;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.ChildProcess;
import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The way most dashboards are fed: every event upserts its person's row in a transaction of its
 * own, and once a second the six counts are made by counting all rows.
 */
public final class SingleUpserts {

  /** Its consumer group. */
  public static final String GROUP = "single-upserts";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration RECOUNT_EVERY = Duration.ofSeconds(1);
  private static final String RECOUNT =
      """
      SELECT count(*) FILTER (WHERE discovery_status = 'discovered'),
        count(*) FILTER (WHERE discovery_status = 'reviewed'),
        count(*) FILTER (WHERE discovery_status = 'qualified'),
        count(*) FILTER (WHERE outreach_status = 'drafted'),
        count(*) FILTER (WHERE outreach_status = 'sent'),
        count(*) FILTER (WHERE outreach_status = 'sent' AND last_contacted_at < 0)
      FROM single_profiles
      """;

  private final Connection connection;
  private final Deserializer<ProfileEvent> deserializer;
  private @Nullable PreparedStatement upsert;
  private long recounted = System.nanoTime();

  private SingleUpserts(Connection connection, Deserializer<ProfileEvent> deserializer) {
    this.connection = connection;
    this.deserializer = deserializer;
  }

  static void run(Settings settings, InputStream input, PrintStream output) throws IOException {
    Topics topics = Parts.topics(settings);
    Map<String, Object> consumer = new HashMap<>(KafkaSettings.of(settings).consumer(GROUP, GROUP));
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    try (HikariDataSource connections = Parts.connections(settings);
        Connection connection = connections.getConnection();
        KafkaConsumer<byte[], byte[]> events = new KafkaConsumer<>(consumer)) {
      SingleUpserts upserts =
          new SingleUpserts(connection, LocalSchemas.serdes(topics).deserializer());
      events.subscribe(Set.of(topics.profileEvents().name()));
      output.println(ChildProcess.READY);
      while (input.available() == 0 && !output.checkError()) {
        upserts.take(events);
        output.println();
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  private void take(Consumer<byte[], byte[]> events) throws SQLException {
    for (ConsumerRecord<byte[], byte[]> record : events.poll(POLL)) {
      write(PlainRow.of(deserializer.deserialize(record.topic(), record.value())));
      recountNowAndThen();
    }
    events.commitSync();
  }

  private void write(Map<String, @Nullable Object> row) throws SQLException {
    PreparedStatement statement = upsert;
    if (statement == null) {
      statement = prepare(row);
      upsert = statement;
    }
    int index = 0;
    for (Object value : row.values()) {
      statement.setObject(++index, value);
    }
    statement.executeUpdate();
  }

  private PreparedStatement prepare(Map<String, @Nullable Object> row) throws SQLException {
    List<String> columns = List.copyOf(row.keySet());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS single_profiles (profile_id text PRIMARY KEY, "
              + columns.stream().skip(1).map(SingleUpserts::column).collect(joining(", "))
              + ")");
    }
    return connection.prepareStatement(
        "INSERT INTO single_profiles AS known (%s) VALUES (%s) ON CONFLICT (profile_id) DO UPDATE SET %s WHERE known.version < excluded.version"
            .formatted(
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.size(), "?")),
                columns.stream().map(name -> name + " = excluded." + name).collect(joining(", "))));
  }

  private static String column(String name) {
    return name + (PlainRow.isNumber(name) ? " bigint" : " text");
  }

  private void recountNowAndThen() throws SQLException {
    if (System.nanoTime() - recounted < RECOUNT_EVERY.toNanos()) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet counts = statement.executeQuery(RECOUNT)) {
      counts.next();
    }
    recounted = System.nanoTime();
  }
}
