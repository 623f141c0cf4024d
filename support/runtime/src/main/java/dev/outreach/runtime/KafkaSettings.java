package dev.outreach.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;

/**
 * How every Kafka client of ours is set up: nothing is acknowledged early, nothing uncommitted is
 * read, no offset is committed behind our back.
 *
 * @param bootstrapServers where the brokers are
 * @param replication number of copies of each partition of topics we make
 * @param security further client settings, for example SASL, passed on untouched
 */
public record KafkaSettings(
    String bootstrapServers, int replication, Map<String, String> security) {

  private static final String SECURITY_KEYS = "OUTREACH_KAFKA_CLIENT_SETTINGS";
  private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(6);
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(15);

  /**
   * Reads {@code OUTREACH_KAFKA_BOOTSTRAP}, {@code …_REPLICATION} and {@code …_CLIENT_SETTINGS}.
   */
  public static KafkaSettings of(Settings settings) {
    return new KafkaSettings(
        settings.text("OUTREACH_KAFKA_BOOTSTRAP", "127.0.0.1:9092"),
        settings.integer("OUTREACH_KAFKA_REPLICATION", 1, 1, 7),
        parse(settings.text(SECURITY_KEYS, "")));
  }

  /** An administrator's client. */
  public Map<String, Object> admin() {
    return common();
  }

  /** An idempotent producer of bytes that waits for all copies. */
  public Map<String, Object> producer(String clientId) {
    Map<String, Object> producer = common();
    producer.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    producer.put(ProducerConfig.ACKS_CONFIG, "all");
    producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
    producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return producer;
  }

  /**
   * A producer whose records and offsets become visible together or not at all.
   *
   * @param transactionalId names the writer: a second one with the same id fences the first
   */
  public Map<String, Object> transactionalProducer(String clientId, String transactionalId) {
    Map<String, Object> producer = producer(clientId);
    producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    producer.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Math.toIntExact(TRANSACTION_TIMEOUT.toMillis()));
    return producer;
  }

  /** A consumer of bytes that sees only committed records and never commits by itself. */
  public Map<String, Object> consumer(String groupId, String clientId) {
    Map<String, Object> consumer = common();
    consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    consumer.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
    consumer.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return consumer;
  }

  /** A consumer that belongs to no group: it is told its partitions and offsets. */
  public Map<String, Object> looseConsumer(String clientId) {
    Map<String, Object> consumer = consumer("none", clientId);
    consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumer.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
    return consumer;
  }

  /**
   * A Streams application with exactly-once processing, whose unreadable records and processing
   * errors go to the dead-letter topic.
   *
   * @param stateDirectory where local state is kept; may be lost at any time
   */
  public Map<String, Object> streams(
      String applicationId, Path stateDirectory, String deadLetterTopic) {
    Map<String, Object> streams = common();
    streams.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    streams.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
    streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    streams.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetterTopic);
    streams.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    streams.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    // A killed instance is given up within seconds; by default its partitions would wait for 45 s.
    streams.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        Math.toIntExact(GIVEN_UP_AFTER.toMillis()));
    streams.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        Math.toIntExact(GIVEN_UP_AFTER.dividedBy(4).toMillis()));
    streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    streams.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        Math.toIntExact(TRANSACTION_TIMEOUT.toMillis()));
    return streams;
  }

  private Map<String, Object> common() {
    Map<String, Object> common = new HashMap<>(security);
    common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    common.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
    return common;
  }

  private static Map<String, String> parse(String settings) {
    Map<String, String> parsed = new HashMap<>();
    for (String pair : settings.split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parsed.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      } else if (!pair.isBlank()) {
        throw new InvalidSetting(SECURITY_KEYS, "has a part without '=': use key=value;key=value");
      }
    }
    return Map.copyOf(parsed);
  }
}
