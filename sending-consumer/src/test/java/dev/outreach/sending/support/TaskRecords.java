package dev.outreach.sending.support;

import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.SendCancelled;
import dev.outreach.schemas.SendOrder;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.SendSuppressed;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.sending.domain.Order;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Tasks and results as the bytes of their topics. */
public final class TaskRecords {

  private static final Topics TOPICS = Topics.standard();

  private final EventSerdes serdes;

  /** With a registry of its own that knows both topics. */
  public TaskRecords() {
    MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    try {
      for (Topic topic : List.of(TOPICS.sendTasks(), TOPICS.sendResults())) {
        registry.register(topic.subject(), registered(topic));
      }
    } catch (IOException | RestClientException failure) {
      throw new IllegalStateException(failure);
    }
    serdes = EventSerdes.over(registry, "mock://sending");
  }

  /** The schema as our serializers ask for it: without Java's own properties. */
  private static AvroSchema registered(Topic topic) {
    GenericData.Record empty = new GenericData.Record(Objects.requireNonNull(topic.value()));
    return new AvroSchema(AvroSchemaUtils.getSchema(empty, false, false, true));
  }

  /** Reads tasks. */
  public Deserializer<SendTask> deserializer() {
    return serdes.deserializer();
  }

  /** Writes results. */
  public Serializer<SendResult> resultSerializer() {
    return serdes.serializer();
  }

  /** Reads results. */
  public SendResult result(byte[] value) {
    Deserializer<SendResult> deserializer = serdes.deserializer();
    return deserializer.deserialize(TOPICS.sendResults().name(), value);
  }

  /** An order. */
  public byte[] order(Order order) {
    return bytes(order, sendOrder(order, order.text()));
  }

  /** An order whose text no database takes. */
  public byte[] orderWithNul(Order order) {
    return bytes(order, sendOrder(order, "Hello\0"));
  }

  /** Its cancellation. */
  public byte[] cancel(Order order) {
    return bytes(
        order,
        SendCancelled.newBuilder().setReasonCode("OPT_OUT").setReason("No messages.").build());
  }

  /** The wish of its recipient not to be contacted. */
  public byte[] suppress(Order order) {
    return bytes(
        order,
        SendSuppressed.newBuilder()
            .setPlatform(Platform.valueOf(order.from().platform()))
            .setUsername(order.to().username())
            .setReasonCode("SUPPRESSED")
            .setReason("asked by mail")
            .build());
  }

  private static SendOrder sendOrder(Order order, String text) {
    return SendOrder.newBuilder()
        .setPlatform(Platform.valueOf(order.from().platform()))
        .setAccount(order.from().account())
        .setRecipient(order.to().recipient())
        .setAddressKnown(order.to().addressKnown())
        .setUsername(order.to().username())
        .setProfileUrl(order.to().profileUrl().orElse(null))
        .setText(text)
        .setFingerprint(order.fingerprint())
        .setMessageType(MessageType.valueOf(order.who().kind().name()))
        .setStep(order.who().step())
        .setThreadId(order.to().threadId().orElse(null))
        .setWindowOpenUntil(order.windowOpenUntil().orElse(null))
        .setApprovedAt(order.approval().at())
        .setApprovedBy(order.approval().by())
        .setExpiresAt(order.approval().expiresAt())
        .build();
  }

  private byte[] bytes(Order order, Object instruction) {
    Serializer<SendTask> serializer = serdes.serializer();
    return serializer.serialize(
        TOPICS.sendTasks().name(),
        SendTask.newBuilder()
            .setId(order.orderId())
            .setWorkspaceId(order.who().workspaceId())
            .setProfileId(order.who().profileId())
            .setOccurredAt(order.approval().at())
            .setCorrelationId(order.who().correlationId())
            .setActor(Actor.newBuilder().setKind(ActorKind.PERSON).setName("ada").build())
            .setMessageId(order.who().messageId())
            .setInstruction(instruction)
            .build());
  }
}
