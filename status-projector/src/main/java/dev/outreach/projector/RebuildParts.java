package dev.outreach.projector;

import dev.outreach.schemas.serdes.EventSerdes;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What a rebuild works with. */
record RebuildParts(
    ProjectorConfig config,
    DataSource dataSource,
    EventSerdes serdes,
    Clock clock,
    Consumer<String> says) {

  private static final int RECORDS_OF_A_POLL = 5_000;
  private static final int BYTES_OF_A_PARTITION = 8 << 20;

  Transactions transactions() {
    return new Transactions(dataSource);
  }

  BatchReader reader() {
    return new BatchReader(new Streams(config.topics()), serdes);
  }

  Streams streams() {
    return new Streams(config.topics());
  }

  /** Every partition of the log, found out from the broker. */
  Collection<TopicPartition> partitions() {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumer("partitions"))) {
      String topic = config.topics().profileEvents().name();
      return consumer.partitionsFor(topic).stream()
          .map(found -> new TopicPartition(topic, found.partition()))
          .toList();
    }
  }

  EventLog log(Collection<TopicPartition> partitions, String name) {
    return new EventLog(new KafkaConsumer<>(consumer(name)), partitions);
  }

  private Map<String, Object> consumer(String name) {
    Map<String, Object> settings = new HashMap<>(config.kafka().looseConsumer("rebuild-" + name));
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_OF_A_POLL);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_OF_A_PARTITION);
    return settings;
  }
}
