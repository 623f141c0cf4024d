package dev.outreach.benchmarks.parts;

import dev.outreach.benchmarks.harness.ChildProcess;
import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.topics.Topics;
import io.debezium.connector.jdbc.JdbcSinkConnectorTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * The task of Debezium's JDBC sink connector with the loop of a Connect worker around it: every
 * batch of events is put as rows of people, upserted by their id, and its offsets are committed
 * after. Nothing is counted, and nothing keeps an older row from replacing a newer one.
 */
public final class DebeziumSink {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<byte[], byte[]> events;
  private final SinkTask task;
  private final Deserializer<ProfileEvent> deserializer;
  private final ConnectRow row = new ConnectRow();

  private DebeziumSink(
      Consumer<byte[], byte[]> events, SinkTask task, Deserializer<ProfileEvent> deserializer) {
    this.events = events;
    this.task = task;
    this.deserializer = deserializer;
  }

  /** How the connector is set up. */
  public enum Setup {
    /** By its defaults, which are also a worker's: batches of 500. */
    AS_IT_COMES("debezium_profiles", 500, false),
    /**
     * Batches as large as the projector's, each one statement over arrays, with the last row only
     * of whom it holds more than once; without that the statement is refused.
     */
    AT_ITS_FASTEST("debezium_profiles_fastest", 4_000, true);

    private final String table;
    private final int batch;
    private final boolean inArrays;

    Setup(String table, int batch, boolean inArrays) {
      this.table = table;
      this.batch = batch;
      this.inArrays = inArrays;
    }

    /** The table it fills, and makes where it is missing. */
    public String table() {
      return table;
    }

    /** Its consumer group. */
    public String group() {
      return table;
    }

    private Map<String, String> connector(Settings settings) {
      Map<String, String> connector = new HashMap<>();
      connector.put("name", table);
      connector.put("connection.url", settings.text("OUTREACH_DATABASE_URL", ""));
      connector.put("connection.username", settings.text("OUTREACH_DATABASE_USER", ""));
      connector.put("connection.password", "");
      connector.put("collection.name.format", table);
      connector.put("insert.mode", "upsert");
      connector.put("primary.key.mode", "record_value");
      connector.put("primary.key.fields", PlainRow.KEY);
      connector.put("schema.evolution", "basic");
      connector.put("batch.size", Integer.toString(batch));
      connector.put("dialect.postgres.unnest.insert.enabled", Boolean.toString(inArrays));
      connector.put("use.reduction.buffer", Boolean.toString(inArrays));
      return connector;
    }

    private Map<String, Object> consumer(Settings settings) {
      Map<String, Object> consumer =
          new HashMap<>(KafkaSettings.of(settings).consumer(group(), group()));
      consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
      return consumer;
    }
  }

  static void run(Setup setup, Settings settings, InputStream input, PrintStream output)
      throws IOException {
    Topics topics = Parts.topics(settings);
    SinkTask task = new JdbcSinkConnectorTask();
    task.start(setup.connector(settings));
    try (KafkaConsumer<byte[], byte[]> events = new KafkaConsumer<>(setup.consumer(settings))) {
      events.subscribe(Set.of(topics.profileEvents().name()), assignmentsOf(task));
      DebeziumSink sink =
          new DebeziumSink(events, task, LocalSchemas.serdes(topics).deserializer());
      output.println(ChildProcess.READY);
      while (input.available() == 0 && !output.checkError()) {
        sink.take();
        output.println();
      }
    } finally {
      task.stop();
    }
  }

  /** Puts an empty batch as well: that is how the task says that the one before failed. */
  private void take() {
    List<SinkRecord> rows = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : events.poll(POLL)) {
      rows.add(row.of(record, deserializer.deserialize(record.topic(), record.value())));
    }
    task.put(rows);
    events.commitSync(task.preCommit(positions()));
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    for (TopicPartition partition : events.assignment()) {
      positions.put(partition, new OffsetAndMetadata(events.position(partition)));
    }
    return positions;
  }

  private static ConsumerRebalanceListener assignmentsOf(SinkTask task) {
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        task.open(partitions);
      }

      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        task.close(partitions);
      }
    };
  }
}
