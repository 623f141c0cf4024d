package dev.outreach.standalone.verify;

import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.MessageDeferred;
import dev.outreach.schemas.MessageFailed;
import dev.outreach.schemas.MessageHandedOver;
import dev.outreach.schemas.MessageQueued;
import dev.outreach.schemas.MessageRequeued;
import dev.outreach.schemas.MessageSent;
import dev.outreach.schemas.MessageUnconfirmed;
import dev.outreach.schemas.MessageWithdrawn;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.sending.audit.Logged;
import dev.outreach.standalone.stack.TopicSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The log of events, read from its beginning to its present end. */
public final class EventLog {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaSettings kafka;
  private final EventSerdes serdes;
  private final String topic;

  /** The log in a topic. */
  private EventLog(KafkaSettings kafka, EventSerdes serdes, String topic) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.topic = topic;
  }

  /** The log that settings name by broker and registry. */
  public static EventLog of(Settings settings) {
    return new EventLog(
        KafkaSettings.of(settings),
        EventSerdes.of(settings.address("OUTREACH_REGISTRY_URL", "").toString()),
        TopicSettings.of(settings).profileEvents().name());
  }

  /** Where the log has left each message, by its id. */
  public Map<String, Logged> messages() {
    Map<String, Logged> messages = new HashMap<>();
    RecordReader<ProfileEvent> reader =
        new RecordReader<>(serdes.deserializer(), ProfileEvent.class);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka.looseConsumer("verify-ledger"))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (reader.read(record) instanceof Decoded.Read<ProfileEvent>(var event)) {
            apply(event.getEvent(), messages);
          }
        }
      }
    }
    return messages;
  }

  private static void apply(Object event, Map<String, Logged> messages) {
    switch (event) {
      case MessageQueued queued -> messages.put(queued.getMessageId(), Logged.OPEN);
      case MessageRequeued again -> messages.put(again.getMessageId(), Logged.OPEN);
      case MessageDeferred deferred -> messages.put(deferred.getMessageId(), Logged.OPEN);
      case MessageHandedOver handed -> messages.put(handed.getMessageId(), Logged.OPEN);
      case MessageUnconfirmed doubt -> messages.put(doubt.getMessageId(), Logged.OPEN);
      case MessageSent sent -> messages.put(sent.getMessageId(), Logged.SENT);
      case MessageFailed failed -> messages.put(failed.getMessageId(), Logged.ENDED);
      case MessageWithdrawn withdrawn -> messages.put(withdrawn.getMessageId(), Logged.ENDED);
      default -> {} // nothing that changes whether a message has left
    }
  }
}
