package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.KafkaSettings;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Makes the two clients of a {@link SlowTaskConsumer}; asked again after a failure.
 *
 * @param consumers a group member that reads committed records only and commits nothing by itself,
 *     {@link SlowTaskSettings#RECORDS_PER_POLL} records a poll
 * @param producers a transactional producer
 */
public record KafkaClients(
    Supplier<Consumer<byte[], byte[]>> consumers, Supplier<Producer<byte[], byte[]>> producers) {

  /**
   * Clients of one instance of an app.
   *
   * @param app consumer group of all instances
   * @param instance tells this instance from the others of the app, the same after a restart: a
   *     restarted instance thereby ends what it left open, and a second one of the same name fences
   *     the first
   */
  public static KafkaClients of(KafkaSettings kafka, String app, String instance) {
    Map<String, Object> consumer = kafka.consumer(app, app + "-" + instance);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, SlowTaskSettings.RECORDS_PER_POLL);
    Map<String, Object> producer =
        kafka.transactionalProducer(app + "-" + instance, app + "-" + instance);
    return new KafkaClients(
        () -> new KafkaConsumer<>(consumer), () -> new KafkaProducer<>(producer));
  }
}
