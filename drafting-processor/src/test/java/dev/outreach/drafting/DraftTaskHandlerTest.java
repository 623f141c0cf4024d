package dev.outreach.drafting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.drafting.domain.Answer;
import dev.outreach.drafting.domain.Brief;
import dev.outreach.drafting.domain.Budget;
import dev.outreach.drafting.domain.BudgetLimits;
import dev.outreach.drafting.domain.DraftWriter;
import dev.outreach.drafting.domain.Drafter;
import dev.outreach.drafting.domain.LengthLimits;
import dev.outreach.drafting.domain.RecentDrafts;
import dev.outreach.drafting.prompts.PromptLibrary;
import dev.outreach.drafting.template.TemplateDrafter;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.slowtask.SlowTask;
import dev.outreach.schemas.DraftRefused;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ReplayDraft;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftTaskHandlerTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Set<String> refused = new HashSet<>();
  private final Topics topics = Topics.standard();
  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final EventSerdes serdes = EventSerdes.over(registry, "mock://drafting");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  @BeforeEach
  void register() throws IOException, RestClientException {
    for (Topic topic : List.of(topics.draftTasks(), topics.draftResults(), topics.replays())) {
      Object empty = SpecificData.get().newRecord(null, Objects.requireNonNull(topic.value()));
      registry.register(
          topic.subject(), new AvroSchema(AvroSchemaUtils.getSchema(empty, false, false, true)));
    }
  }

  @Test
  void shouldAnswerATaskWithADraft() throws InterruptedException {
    ProducerRecord<byte[], byte[]> record = resultOf(task(Platform.INSTAGRAM).build());

    assertThat(record.topic()).isEqualTo("social.draft-results");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("profile-1");
    DraftResult result = serdes.<DraftResult>deserializer().deserialize("", record.value());
    assertThat(result.getTaskId()).isEqualTo("task-1");
    assertThat(result.getCausationId()).contains("record-1");
    assertThat(result.getOutcome())
        .isInstanceOfSatisfying(
            DraftWritten.class,
            written -> {
              assertThat(written.getDrafter()).isEqualTo("template");
              assertThat(written.getPromptVersion()).isEqualTo("instagram/initial-v1");
              assertThat(written.getText()).contains("Anna");
              assertThat(written.getChecks()).hasSize(10);
            });
  }

  @Test
  void shouldGiveEqualTasksEqualIds() throws InterruptedException {
    DraftResult first = result(resultOf(task(Platform.INSTAGRAM).build()));
    DraftResult second = result(resultOf(task(Platform.INSTAGRAM).build()));

    assertThat(second.getId()).isEqualTo(first.getId());
  }

  @Test
  void shouldKeepAReplayAwayFromTheProfile() throws InterruptedException {
    ProducerRecord<byte[], byte[]> record =
        resultOf(task(Platform.INSTAGRAM).setReplayId("replay-1").build());

    assertThat(record.topic()).isEqualTo("social.replays");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("replay-1");
    ReplayDraft draft = serdes.<ReplayDraft>deserializer().deserialize("", record.value());
    assertThat(draft.getOutcome()).isInstanceOf(DraftWritten.class);
  }

  @Test
  void shouldRefuseWhatItCannotWrite() throws InterruptedException {
    assertThat(codeOf(task(Platform.UNKNOWN).build())).isEqualTo("UNKNOWN_NETWORK");
    assertThat(codeOf(task(Platform.TIKTOK).setPromptVersion("v99").build()))
        .isEqualTo("UNKNOWN_PROMPT");
  }

  @Test
  void shouldDraftNothingForSomebodyForgottenMeanwhile() throws InterruptedException {
    DraftTask waiting = task(Platform.INSTAGRAM).build();
    assertThat(result(resultOf(waiting)).getOutcome()).isInstanceOf(DraftWritten.class);

    refused.add(waiting.getProfileId());

    assertThat(codeOf(waiting)).isEqualTo("PERSON_REFUSED");
  }

  @Test
  void shouldAnswerWhereTheDrafterHasADefect() throws InterruptedException {
    Drafter defective =
        new Drafter() {
          @Override
          public String name() {
            return "defective";
          }

          @Override
          public boolean isPaid() {
            return false;
          }

          @Override
          public Answer draft(Brief brief) {
            throw new ClassCastException("another shape");
          }
        };
    byte[] bytes =
        serdes
            .<DraftTask>serializer()
            .serialize(topics.draftTasks().name(), task(Platform.INSTAGRAM).build());

    SlowTask.Outcome outcome = handler(serdes.deserializer(), defective).work(record(bytes));

    DraftResult answer = result(((SlowTask.Outcome.Done) outcome).results().getFirst());
    assertThat(((DraftRefused) answer.getOutcome()).getCode()).isEqualTo("TRANSIENT");
  }

  @Test
  void shouldPutAsideWhatItCannotRead() throws InterruptedException {
    assertThat(handler().work(record("no Avro".getBytes(UTF_8))))
        .isInstanceOfSatisfying(
            SlowTask.Outcome.Poison.class,
            poison -> assertThat(poison.reason()).isEqualTo(DeadLetters.Reason.UNREADABLE));
  }

  @Test
  void shouldKeepAGoodTaskWhileTheRegistryIsAway() throws InterruptedException {
    byte[] bytes =
        serdes
            .<DraftTask>serializer()
            .serialize(topics.draftTasks().name(), task(Platform.INSTAGRAM).build());
    AtomicInteger refusals = new AtomicInteger(3);

    SlowTask.Outcome outcome =
        handler(new SometimesAway(serdes.deserializer(), refusals)).work(record(bytes));

    assertThat(outcome).isInstanceOf(SlowTask.Outcome.Done.class);
    assertThat(refusals).hasValue(0);
  }

  @Test
  void shouldLetGoOfATaskItWaitsWithWhenNobodyWantsItAnyMore() {
    Deserializer<DraftTask> away =
        new SometimesAway(serdes.deserializer(), new AtomicInteger(Integer.MAX_VALUE));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> handler(away).work(record(new byte[9])))
        .isInstanceOf(InterruptedException.class);
  }

  /** A registry that refuses the next few questions. */
  private record SometimesAway(Deserializer<DraftTask> real, AtomicInteger refusals)
      implements Deserializer<DraftTask> {

    @Override
    public DraftTask deserialize(String topic, byte[] bytes) {
      if (refusals.get() > 0) {
        refusals.decrementAndGet();
        throw new SerializationException("no schema", new ConnectException("refused"));
      }
      return real.deserialize(topic, bytes);
    }
  }

  private String codeOf(DraftTask task) throws InterruptedException {
    return ((DraftRefused) result(resultOf(task)).getOutcome()).getCode();
  }

  private DraftResult result(ProducerRecord<byte[], byte[]> record) {
    return serdes.<DraftResult>deserializer().deserialize("", record.value());
  }

  private ProducerRecord<byte[], byte[]> resultOf(DraftTask task) throws InterruptedException {
    byte[] bytes = serdes.<DraftTask>serializer().serialize(topics.draftTasks().name(), task);
    return switch (handler().work(record(bytes))) {
      case SlowTask.Outcome.Done(var results) -> results.getFirst();
      case SlowTask.Outcome.Poison(_, var cause) -> throw new AssertionError(cause);
    };
  }

  private ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>(
        topics.draftTasks().name(), 0, 0, "profile-1".getBytes(UTF_8), value);
  }

  private DraftTaskHandler handler() {
    return handler(serdes.deserializer());
  }

  private DraftTaskHandler handler(Deserializer<DraftTask> deserializer) {
    return handler(deserializer, new TemplateDrafter());
  }

  private DraftTaskHandler handler(Deserializer<DraftTask> deserializer, Drafter drafter) {
    Budget budget = new Budget(new BudgetLimits(0, 0, 0), clock);
    return new DraftTaskHandler(
        new RecordReader<>(deserializer, DraftTask.class),
        new DraftTaskHandler.Drafting(
            new Assignments(LengthLimits.standard(), "en"),
            PromptLibrary.ofProduct(),
            new DraftWriter(drafter, drafter, new RecentDrafts(10), budget),
            refused::contains),
        new DraftRecords(topics, serdes.serializer(), clock),
        new DraftMeters(new SimpleMeterRegistry()));
  }

  private static DraftTask.Builder task(Platform platform) {
    Profile anna =
        Profile.newBuilder()
            .setPlatform(platform)
            .setUsername("anna.clay")
            .setFullName("Anna Berg")
            .setCategory("Ceramics")
            .setSource("test")
            .setCollectedAt(NOW)
            .build();
    return DraftTask.newBuilder()
        .setId("record-1")
        .setWorkspaceId("workspace-1")
        .setProfileId("profile-1")
        .setOccurredAt(NOW)
        .setCorrelationId("correlation-1")
        .setTaskId("task-1")
        .setMessageId("message-1")
        .setMessageType(MessageType.INITIAL)
        .setStep(0)
        .setProfile(anna);
  }
}
