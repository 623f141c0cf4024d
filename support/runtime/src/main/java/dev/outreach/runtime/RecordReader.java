package dev.outreach.runtime;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads a record's value and says why where it cannot: no record stops a partition. As thread-safe
 * as the deserializer it is given.
 *
 * @param <T> the type every value of the topic has
 */
public final class RecordReader<T> {

  private final Deserializer<? extends Object> deserializer;
  private final Class<T> type;

  /** A reader of values of one type. */
  public RecordReader(Deserializer<? extends Object> deserializer, Class<T> type) {
    this.deserializer = deserializer;
    this.type = type;
  }

  /** The value, or why it cannot be read; never throws for what the record contains. */
  public Decoded<T> read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return new Decoded.Unreadable<>(
          DeadLetters.Reason.NULL_VALUE, new IllegalArgumentException("the record has no value"));
    }
    try {
      Object value = deserializer.deserialize(record.topic(), record.value());
      if (type.isInstance(value)) {
        return new Decoded.Read<>(type.cast(value));
      }
      return new Decoded.Unreadable<>(
          DeadLetters.Reason.WRONG_TYPE,
          new IllegalArgumentException("the record is not a " + type.getSimpleName()));
    } catch (RuntimeException undecodable) {
      return new Decoded.Unreadable<>(DeadLetters.Reason.UNREADABLE, undecodable);
    }
  }
}
