package dev.outreach.runtime.slowtask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Health;
import dev.outreach.testbroker.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowTaskConsumerIT {

  private TestBroker broker;

  @BeforeAll
  void startBroker(@TempDir Path directory) throws Exception {
    broker = TestBroker.start(directory);
  }

  @AfterAll
  void stopBroker() {
    broker.close();
  }

  @Test
  void shouldWriteEveryResultOnceAndInOrderWithinItsBounds()
      throws ExecutionException, InterruptedException {
    TaskTopics topics = TaskTopics.create(broker.bootstrapServers(), "plain");
    topics.publish(0, 3000);
    Worker worker = new Worker(topics);
    try (SlowTaskConsumer consumer = Worker.consumer(topics, worker, clients(topics, "a"))) {
      consumer.start();
      awaitResults(topics, 3000);
      assertThat(consumer.health()).isEqualTo(new Health.Up());
      awaitNothingLeft(topics);
    }

    assertEachOnceInOrder(topics, 3000);
    assertThat(worker.mostAtATime()).isBetween(Worker.CAP / 2, Worker.CAP);
    assertThat(worker.calls()).isEqualTo(3000);
  }

  @Test
  void shouldLoseAndDoubleNothingWhenInstancesComeAndGo()
      throws ExecutionException, InterruptedException {
    TaskTopics topics = TaskTopics.create(broker.bootstrapServers(), "rebalanced");
    topics.publish(0, 4000);
    Worker worker = new Worker(topics);
    try (SlowTaskConsumer stays = Worker.consumer(topics, worker, clients(topics, "a"));
        SlowTaskConsumer comes = Worker.consumer(topics, worker, clients(topics, "b"))) {
      try (SlowTaskConsumer goes = Worker.consumer(topics, worker, clients(topics, "c"))) {
        goes.start();
        awaitResults(topics, 300);
        stays.start();
        awaitResults(topics, 1200);
        comes.start();
        awaitResults(topics, 2200);
      }
      awaitResults(topics, 4000);
    }

    assertEachOnceInOrder(topics, 4000);
  }

  @Test
  void shouldPauseWhereAnotherProcessTakesItsPlace()
      throws ExecutionException, InterruptedException {
    TaskTopics topics = TaskTopics.create(broker.bootstrapServers(), "fenced");
    topics.publish(0, 1500);
    Worker worker = new Worker(topics);
    try (SlowTaskConsumer zombie = Worker.consumer(topics, worker, clients(topics, "same"));
        SlowTaskConsumer heir = Worker.consumer(topics, worker, clients(topics, "same"))) {
      zombie.start();
      awaitResults(topics, 200);
      heir.start();
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(20))
          .until(() -> zombie.health() instanceof Health.Down);
      assertThat(zombie.health().text()).contains("another process");
      awaitResults(topics, 1500);
    }

    assertEachOnceInOrder(topics, 1500);
  }

  @Test
  void shouldSurviveTransactionsThatFailOrWhoseOutcomeIsUnknown()
      throws ExecutionException, InterruptedException {
    TaskTopics topics = TaskTopics.create(broker.bootstrapServers(), "flaky");
    topics.publish(0, 1500);
    Random random = new Random(7);
    KafkaClients steady = clients(topics, "a");
    Map<String, Object> producer = topics.kafka().transactionalProducer("flaky", "flaky-a");
    KafkaClients flaky =
        new KafkaClients(steady.consumers(), () -> new FlakyProducer(producer, random));
    try (SlowTaskConsumer consumer = Worker.consumer(topics, new Worker(topics), flaky)) {
      consumer.start();
      awaitResults(topics, 1500);
    }

    assertEachOnceInOrder(topics, 1500);
  }

  @Test
  void shouldPutPoisonAsideAndGoOn() throws ExecutionException, InterruptedException {
    TaskTopics topics = TaskTopics.create(broker.bootstrapServers(), "poisoned");
    topics.publish(0, 30);
    MeterRegistry meters = new SimpleMeterRegistry();
    SlowTask picky = record -> pickyAbout(topics, record);
    try (SlowTaskConsumer consumer = Worker.consumer(topics, picky, clients(topics, "a"), meters)) {
      consumer.start();
      awaitResults(topics, 27);
      awaitNothingLeft(topics);
    }

    List<ConsumerRecord<byte[], byte[]>> dead = topics.read(topics.deadLetters());
    assertThat(dead)
        .extracting(record -> TaskTopics.number(record.value()))
        .containsExactlyInAnyOrder(3, 4, 5);
    assertThat(dead)
        .extracting(record -> header(record, "reason"))
        .containsOnly("INVALID", "PROCESSING_FAILED");
    assertThat(topics.read(topics.results())).hasSize(27);
    assertThat(meters.get("outreach.slowtask.dead.lettered").counter().count()).isEqualTo(3);
    assertThat(meters.get("outreach.slowtask.completed").counter().count()).isEqualTo(27);
  }

  private static SlowTask.Outcome pickyAbout(
      TaskTopics topics, ConsumerRecord<byte[], byte[]> record) {
    return switch (TaskTopics.number(record.value())) {
      case 3 -> throw new IllegalStateException("cannot work on this");
      case 4 ->
          new SlowTask.Outcome.Poison(
              DeadLetters.Reason.INVALID, new IllegalArgumentException("not a task"));
      case 5 -> done(topics, record.key(), new byte[Pending.LARGEST_RESULT + 1]);
      default -> done(topics, record.key(), record.value());
    };
  }

  private static SlowTask.Outcome done(TaskTopics topics, byte[] key, byte[] value) {
    return new SlowTask.Outcome.Done(List.of(new ProducerRecord<>(topics.results(), key, value)));
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    byte[] value = record.headers().lastHeader(DeadLetters.HEADER_PREFIX + name).value();
    return new String(value, StandardCharsets.UTF_8);
  }

  private static KafkaClients clients(TaskTopics topics, String instance) {
    return KafkaClients.of(topics.kafka(), topics.app(), instance);
  }

  private static void awaitResults(TaskTopics topics, int count) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(
            () -> assertThat(topics.read(topics.results())).hasSizeGreaterThanOrEqualTo(count));
  }

  /** Every committed offset is the end of its partition. */
  private static void awaitNothingLeft(TaskTopics topics) {
    try (Admin admin = Admin.create(topics.kafka().admin())) {
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(committed(admin, topics)).isEqualTo(ends(admin, topics)));
    }
  }

  private static Map<Integer, Long> committed(Admin admin, TaskTopics topics)
      throws ExecutionException, InterruptedException {
    Map<Integer, Long> committed = new HashMap<>();
    admin
        .listConsumerGroupOffsets(topics.app())
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, offset) -> committed.put(partition.partition(), offset.offset()));
    return committed;
  }

  private static Map<Integer, Long> ends(Admin admin, TaskTopics topics)
      throws ExecutionException, InterruptedException {
    Map<Integer, Long> ends = new HashMap<>();
    for (int partition : IntStream.range(0, 4).toArray()) {
      var at = new org.apache.kafka.common.TopicPartition(topics.tasks(), partition);
      var latest = Map.of(at, org.apache.kafka.clients.admin.OffsetSpec.latest());
      ends.put(partition, admin.listOffsets(latest).partitionResult(at).get().offset());
    }
    return ends;
  }

  private static void assertEachOnceInOrder(TaskTopics topics, int count) {
    List<ConsumerRecord<byte[], byte[]>> results = topics.read(topics.results());
    assertThat(results.stream().map(record -> TaskTopics.number(record.value())))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, count).boxed().toList());
    Map<String, Integer> last = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> result : results) {
      String key = new String(result.key(), StandardCharsets.UTF_8);
      int number = TaskTopics.number(result.value());
      assertThat(number).isGreaterThan(last.getOrDefault(key, -1));
      last.put(key, number);
    }
  }

  /** One transaction in seven fails before its end; one in seven says so although it succeeded. */
  private static final class FlakyProducer extends KafkaProducer<byte[], byte[]> {

    private final Random random;

    FlakyProducer(Map<String, Object> settings, Random random) {
      super(settings);
      this.random = random;
    }

    @Override
    public void commitTransaction() {
      int chance = random.nextInt(7);
      if (chance == 0) {
        throw new TimeoutException("injected before the commit");
      }
      super.commitTransaction();
      if (chance == 1) {
        throw new TimeoutException("injected after the commit");
      }
    }
  }
}
