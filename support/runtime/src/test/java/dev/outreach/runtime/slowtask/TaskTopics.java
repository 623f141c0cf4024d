package dev.outreach.runtime.slowtask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.testbroker.TestTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    TestTopics.create(
        bootstrapServers,
        Map.of(topics.tasks(), PARTITIONS, topics.results(), 1, topics.deadLetters(), 1));
    return topics;
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
