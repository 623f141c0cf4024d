package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records nobody can read, in every topic somebody reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] RANDOM_BYTES = {7, 1, 3, 3, 7, 0, -1};

  /** A producer's own limit and a topic's, less the key and what is around it. */
  private static final int LARGEST_RECORD = 1024 * 1024 - 500;

  private static final byte[] UNKNOWN_SCHEMA =
      ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).putInt(42).array();

  private LocalStack.@Nullable Running stack;

  @BeforeAll
  void startEverything(@TempDir Path folder)
      throws IOException, InterruptedException, StartFailure {
    stack = WholeStack.on(folder);
  }

  @AfterAll
  void stopEverything() {
    if (stack != null) {
      stack.close();
    }
  }

  /** Every topic an app of ours reads, with the app whose dead letters it ends in. */
  static List<Read> readTopics() {
    Topics topics = Topics.standard();
    return List.of(
        new Read(topics.discoveryRequests(), Topics.DISCOVERY_PRODUCER),
        new Read(topics.jobCommands(), Topics.DISCOVERY_PRODUCER),
        new Read(topics.refusedPeople(), Topics.DISCOVERY_PRODUCER),
        new Read(topics.discoveredProfiles(), Topics.PROFILE_PROCESSOR),
        new Read(topics.profileCommands(), Topics.PROFILE_PROCESSOR),
        new Read(topics.policyChanges(), Topics.PROFILE_PROCESSOR),
        new Read(topics.draftResults(), Topics.PROFILE_PROCESSOR),
        new Read(topics.sendResults(), Topics.PROFILE_PROCESSOR),
        new Read(topics.draftTasks(), Topics.DRAFTING_PROCESSOR),
        new Read(topics.sendTasks(), Topics.SENDING_CONSUMER),
        new Read(topics.profileEvents(), Topics.STATUS_PROJECTOR),
        new Read(topics.discoveryProgress(), Topics.STATUS_PROJECTOR),
        new Read(topics.replays(), Topics.STATUS_PROJECTOR));
  }

  record Read(Topic topic, String app) {

    @Override
    public String toString() {
      return topic.name();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readTopics")
  void shouldPutEachUnreadableRecordOnceIntoTheDeadLetterTopicWithItsReason(Read read)
      throws ExecutionException, InterruptedException {
    String key = "poison-" + read.topic().name();

    publish(read.topic().name(), key, RANDOM_BYTES);
    publish(read.topic().name(), key, UNKNOWN_SCHEMA);
    publish(read.topic().name(), key, null);

    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(letters(read, key)).hasSize(3));
    List<ConsumerRecord<byte[], byte[]>> letters = letters(read, key);
    assertThat(letters)
        .extracting(ConsumerRecord::value)
        .containsExactlyInAnyOrder(RANDOM_BYTES, UNKNOWN_SCHEMA, null);
    assertThat(letters).allSatisfy(letter -> assertThat(reasonOf(letter)).isNotBlank());
    assertThat(running().apps()).allSatisfy(app -> assertThat(app.health().isUp()).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readTopics")
  void shouldSayWhereTheRecordIsThatIsTooLargeForALetter(Read read)
      throws ExecutionException, InterruptedException {
    String key = "after-large-poison-" + read.topic().name();
    byte[] noise = new byte[LARGEST_RECORD];
    new SplittableRandom(20_261_124).nextBytes(noise);
    long before = largeOnes(read);

    publish(read.topic().name(), key, noise);
    publish(read.topic().name(), key, new byte[3 * LARGEST_RECORD]);
    publish(read.topic().name(), key, RANDOM_BYTES);

    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(letters(read, key)).hasSize(1));
    assertThat(letters(read, key)).extracting(ConsumerRecord::value).containsExactly(RANDOM_BYTES);
    assertThat(largeOnes(read)).isEqualTo(before + 2);
    assertThat(running().apps()).allSatisfy(app -> assertThat(app.health().isUp()).isTrue());
  }

  private void publish(String topic, String key, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    Map<String, Object> settings = KafkaSettings.of(running().settings()).producer("poisoner");
    // What compresses well can be much larger than what a topic takes.
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * LARGEST_RECORD);
    try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value)).get();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> letters(Read read, String key) {
    return letters(read).stream()
        .filter(letter -> letter.key() != null)
        .filter(letter -> key.equals(new String(letter.key(), StandardCharsets.UTF_8)))
        .toList();
  }

  private long largeOnes(Read read) {
    return letters(read).stream()
        .filter(letter -> letter.headers().lastHeader("outreach.error.left-out") != null)
        .filter(letter -> !reasonOf(letter).isBlank())
        .count();
  }

  private List<ConsumerRecord<byte[], byte[]>> letters(Read read) {
    String topic = Topics.standard().deadLettersOf(read.app()).name();
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            KafkaSettings.of(running().settings()).looseConsumer("letter-reader"))) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
    }
    return letters;
  }

  /** Ours in the plain apps, Kafka Streams' own in the topology. */
  private static String reasonOf(ConsumerRecord<byte[], byte[]> letter) {
    for (Header header : letter.headers()) {
      if (header.key().equals("outreach.error.reason")
          || header.key().equals("__streams.errors.exception")) {
        return new String(header.value(), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private LocalStack.Running running() {
    if (stack == null) {
      throw new IllegalStateException("the stack has not been started");
    }
    return stack;
  }
}
