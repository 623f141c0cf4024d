package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.schemas.CommandAccepted;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.CommandResult;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A log in memory, read by a profile-processor that answers as it is told. */
final class FakeLog {

  private static final String REGISTRY = "mock://api";

  private final Topics topics = Topics.with("social.", 1);
  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final EventSerdes serdes = EventSerdes.over(registry, REGISTRY);
  private final MockConsumer<byte[], byte[]> results = new MockConsumer<>("latest");
  private final List<SpecificRecord> published = new CopyOnWriteArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> others = new CopyOnWriteArrayList<>();
  private long nextOffset;
  private volatile Function<ProfileCommand, Optional<SpecificRecord>> answer =
      _ -> Optional.of(new CommandAccepted(1L));
  private volatile boolean down;

  FakeLog() {
    TopicPartition partition = resultsPartition();
    results.updateBeginningOffsets(Map.of(partition, 0L));
    results.updateEndOffsets(Map.of(partition, 0L));
    List.of(
            topics.profileCommands(),
            topics.commandResults(),
            topics.discoveryRequests(),
            topics.jobCommands(),
            topics.policyChanges(),
            topics.refusedPeople())
        .forEach(this::register);
  }

  CommandDesk.Events events() {
    return new CommandDesk.Events(topics, serdes, new Answering(), () -> results);
  }

  /** Everything published, in order. */
  List<SpecificRecord> published() {
    return published;
  }

  /** The dead letters. */
  List<ProducerRecord<byte[], byte[]>> others() {
    return others;
  }

  void answerWith(SpecificRecord outcome) {
    answer = _ -> Optional.of(outcome);
  }

  void answerEach(Function<ProfileCommand, Optional<SpecificRecord>> each) {
    answer = each;
  }

  void answerNothing() {
    answer = _ -> Optional.empty();
  }

  void reject(String code, String reason) {
    answerWith(new CommandRejected(code, reason));
  }

  void goDown() {
    down = true;
  }

  /** A record of another shape among the results. */
  synchronized void resultOf(byte[] bytes) {
    results.addRecord(
        new ConsumerRecord<>(topics.commandResults().name(), 0, nextOffset++, new byte[0], bytes));
  }

  private TopicPartition resultsPartition() {
    return new TopicPartition(topics.commandResults().name(), 0);
  }

  private void register(Topic topic) {
    try {
      registry.register(topic.subject(), registeredForm(Objects.requireNonNull(topic.value())));
    } catch (IOException | RestClientException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As provisioning registers it: without the properties that only our Java compiler needs. */
  private static AvroSchema registeredForm(Schema schema) {
    Object empty = new SpecificData(FakeLog.class.getClassLoader()).newRecord(null, schema);
    return new AvroSchema(AvroSchemaUtils.getSchema(empty, false, false, true));
  }

  private void process(ProfileCommand command) {
    answer
        .apply(command)
        .ifPresent(
            outcome ->
                resultOf(
                    serdes
                        .serializer()
                        .serialize(
                            topics.commandResults().name(),
                            CommandResult.newBuilder()
                                .setCommandId(command.getId())
                                .setWorkspaceId(command.getWorkspaceId())
                                .setProfileId(command.getProfileId())
                                .setOccurredAt(command.getOccurredAt())
                                .setCorrelationId(command.getCorrelationId())
                                .setOutcome(outcome)
                                .build())));
  }

  private final class Answering extends MockProducer<byte[], byte[]> {

    private final Map<String, Topic> known = new HashMap<>();

    Answering() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
      topics.events().forEach(topic -> known.put(topic.name(), topic));
    }

    @Override
    public synchronized Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> record, Callback callback) {
      if (down) {
        throw new KafkaException("no broker");
      }
      take(record);
      return super.send(record, callback);
    }

    private void take(ProducerRecord<byte[], byte[]> record) {
      if (!known.containsKey(record.topic())) {
        others.add(record);
        return;
      }
      SpecificRecord value =
          serdes.<SpecificRecord>deserializer().deserialize(record.topic(), record.value());
      published.add(value);
      if (value instanceof ProfileCommand command) {
        if (!command.getProfileId().equals(new String(record.key(), StandardCharsets.UTF_8))) {
          throw new IllegalStateException("the key of a command is not its profile");
        }
        process(command);
      }
    }
  }
}
