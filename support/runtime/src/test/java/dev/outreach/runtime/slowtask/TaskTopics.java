package dev.outreach.runtime.slowtask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outreach.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** One test's topics: tasks in four partitions, results and dead letters in one each. */
record TaskTopics(KafkaSettings kafka, String app) {

  static final int KEYS = 100;
  private static final int PARTITIONS = 4;

  static TaskTopics create(String bootstrapServers, String app)
      throws ExecutionException, InterruptedException {
    TaskTopics topics = new TaskTopics(new KafkaSettings(bootstrapServers, 1, Map.of()), app);
    try (Admin admin = Admin.create(topics.kafka().admin())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topics.tasks(), PARTITIONS, (short) 1),
                  new NewTopic(topics.results(), 1, (short) 1),
                  new NewTopic(topics.deadLetters(), 1, (short) 1)))
          .all()
          .get();
      // Until its leader works, a new partition can refuse a producer's first batch for ever.
      admin.listOffsets(topics.ends()).all().get();
    }
    return topics;
  }

  private Map<TopicPartition, OffsetSpec> ends() {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    ends.put(new TopicPartition(results(), 0), OffsetSpec.latest());
    ends.put(new TopicPartition(deadLetters(), 0), OffsetSpec.latest());
    for (int partition = 0; partition < PARTITIONS; partition++) {
      ends.put(new TopicPartition(tasks(), partition), OffsetSpec.latest());
    }
    return ends;
  }

  String tasks() {
    return app + ".tasks";
  }

  String results() {
    return app + ".results";
  }

  String deadLetters() {
    return app + ".dead-letters";
  }

  /** Tasks with the values 0, 1, 2 …, over {@link #KEYS} keys. */
  void publish(int first, int count) throws ExecutionException, InterruptedException {
    try (var producer = new KafkaProducer<byte[], byte[]>(kafka.producer("upstream"))) {
      List<Future<?>> sent = new ArrayList<>();
      for (int task = first; task < first + count; task++) {
        byte[] key = ("key" + task % KEYS).getBytes(UTF_8);
        sent.add(producer.send(new ProducerRecord<>(tasks(), key, bytes(task))));
      }
      for (Future<?> future : sent) {
        future.get();
      }
    }
  }

  /** What a reader of committed records sees in a topic now. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka.looseConsumer("reader"))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
        records.forEach(read::add);
      }
    }
    return read;
  }

  static int number(byte[] value) {
    return Integer.parseInt(new String(value, UTF_8));
  }

  static byte[] bytes(int number) {
    return Integer.toString(number).getBytes(UTF_8);
  }
}
