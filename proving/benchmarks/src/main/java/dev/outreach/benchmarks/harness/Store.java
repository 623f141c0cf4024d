package dev.outreach.benchmarks.harness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.EmbeddedBroker;
import dev.outreach.standalone.embedded.LoopbackPort;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A broker with our topics and a database, on free ports and a folder of their own. Close it last.
 *
 * @param folder what they keep; nobody else uses it
 */
public record Store(
    DataFolder folder, EmbeddedBroker broker, MortalDatabase database, Topics topics)
    implements AutoCloseable {

  private static final String PREFIX = "proof.";

  /** Starts both; every topic gets so many partitions. */
  public static Store start(Path path, int partitions)
      throws StartFailure, IOException, InterruptedException {
    DataFolder folder = DataFolder.open(path);
    MortalDatabase database = MortalDatabase.start(folder);
    EmbeddedBroker broker =
        EmbeddedBroker.start(folder, new LoopbackPort(0, "OUTREACH_KAFKA_PORT"));
    Topics topics = topics(partitions);
    Servers.provision(broker, topics);
    return new Store(folder, broker, database, topics);
  }

  /** The catalogue of a run. */
  public static Topics topics(int partitions) {
    return Topics.with(PREFIX, partitions);
  }

  /** How clients of this process reach the broker. */
  public KafkaSettings kafka() {
    return new KafkaSettings(broker.bootstrapServers(), 1, Map.of());
  }

  /** What a part in a process of its own is told to find both. */
  public List<String> addresses() {
    return List.of(
        "OUTREACH_KAFKA_BOOTSTRAP=" + broker.bootstrapServers(),
        "OUTREACH_DATABASE_URL=" + database.jdbcUrl(),
        "OUTREACH_DATABASE_USER=" + database.user(),
        "OUTREACH_STATE_DIR=" + folder.path().resolve("streams"),
        "OUTREACH_PROOF_PARTITIONS=" + topics.profileEvents().partitions());
  }

  /** How many records the log of events has been given, which the broker alone knows. */
  public long eventsInTheLog() {
    List<TopicPartition> partitions = topics.profileEvents().everyPartition();
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka().looseConsumer("ends"))) {
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Connections for whoever looks at the tables. */
  public HikariDataSource connections(int most) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    config.setUsername(database.user());
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  @Override
  public void close() throws IOException {
    broker.close();
    database.close();
    folder.close();
  }
}
