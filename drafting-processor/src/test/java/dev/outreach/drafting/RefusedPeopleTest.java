package dev.outreach.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.WholeTopics;
import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusedPeopleTest {

  private static final Topic TOPIC = Topics.with("social.", 1).refusedPeople();
  private static final TopicPartition PARTITION = TOPIC.everyPartition().getFirst();

  private final EventSerdes serdes =
      EventSerdes.over(new MockSchemaRegistryClient(), "mock://refused");
  private final RefusedPeople people =
      new RefusedPeople(
          this::topic,
          new RecordReader<>(serdes.<RefusedPerson>deserializer(), RefusedPerson.class));
  private int failures;

  @AfterEach
  void stop() {
    people.close();
  }

  @Test
  void shouldKnowAllThatWasSaidBeforeItAnswers() throws InterruptedException {
    people.start();

    assertThat(people.contains("ada")).isTrue();
    assertThat(people.contains("bob")).isFalse();
    assertThat(people.contains("cyd")).isTrue();
    assertThat(people.contains("dee")).isFalse();
  }

  @Test
  void shouldTryAgainWhereTheLogDoesNotAnswer() throws InterruptedException {
    failures = 1;
    people.start();

    assertThat(people.contains("ada")).isTrue();
  }

  @Test
  void shouldLetGoOfWhoeverWaitsAndIsNotWantedAnyMore() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    assertThat(people.contains("ada")).isTrue();
                  } catch (InterruptedException _) {
                    interrupted.countDown();
                  }
                });

    waiting.interrupt();

    assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private WholeTopics topic() {
    if (failures > 0) {
      failures--;
      throw new KafkaException("no broker");
    }
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    WholeTopics topic = new WholeTopics(consumer, TOPIC.everyPartition());
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 6L));
    consumer.schedulePollTask(
        () -> {
          say(consumer, 0, "ada", "profile", RefusalReason.ERASED);
          say(consumer, 1, "bob", "list", RefusalReason.SUPPRESSED);
          say(consumer, 2, "bob", "list", RefusalReason.NONE);
          say(consumer, 3, "cyd", "list", RefusalReason.SUPPRESSED);
          say(consumer, 4, "cyd", "profile", RefusalReason.ERASED);
          say(consumer, 5, "cyd", "list", RefusalReason.NONE);
        });
    return topic;
  }

  private void say(
      MockConsumer<byte[], byte[]> consumer,
      long offset,
      String profileId,
      String origin,
      RefusalReason reason) {
    RefusedPerson said =
        RefusedPerson.newBuilder()
            .setId("id-" + offset)
            .setWorkspaceId("acme")
            .setProfileId(profileId)
            .setOrigin(origin)
            .setReason(reason)
            .setOccurredAt(Instant.EPOCH.plus(Duration.ofSeconds(offset)))
            .build();
    consumer.addRecord(
        new ConsumerRecord<>(
            TOPIC.name(),
            0,
            offset,
            new byte[0],
            serdes.<RefusedPerson>privateSerde().serializer().serialize(TOPIC.name(), said)));
  }
}
