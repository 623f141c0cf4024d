package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.SendTask;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;

/** Orders messages as the pipeline would. */
public final class TaskFeed implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final Serializer<SendTask> serializer = LocalSchemas.serdes(Servers.TOPICS).serializer();
  private final Clock clock;

  /** A feed into the topic of tasks. */
  public TaskFeed(KafkaSettings kafka, Clock clock) {
    this.producer = new KafkaProducer<>(kafka.producer("pipeline"));
    this.clock = clock;
  }

  /** Publishes orders and returns when the broker has them. */
  public void order(List<PlannedMessage> messages) throws InterruptedException {
    String topic = Servers.TOPICS.sendTasks().name();
    List<Future<?>> sent = new ArrayList<>();
    for (PlannedMessage message : messages) {
      byte[] key = message.profileId().getBytes(StandardCharsets.UTF_8);
      byte[] value = serializer.serialize(topic, message.task(clock.instant()));
      sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
    }
    for (Future<?> record : sent) {
      try {
        record.get();
      } catch (ExecutionException failure) {
        throw new KafkaException("an order could not be published", failure.getCause());
      }
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
