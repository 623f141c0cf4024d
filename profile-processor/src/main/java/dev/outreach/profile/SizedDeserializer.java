package dev.outreach.profile;

import dev.outreach.profile.avro.UnreadableRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is so large that what follows from it might not fit into a record: the transaction
 * with that record would fail, and fail again, for ever. As thread-safe as the deserializer it is
 * given.
 */
final class SizedDeserializer<T> implements Deserializer<T> {

  private final Deserializer<T> deserializer;
  private final int largest;

  /**
   * A deserializer that reads no more than so much.
   *
   * @param largest in bytes
   */
  SizedDeserializer(Deserializer<T> deserializer, int largest) {
    this.deserializer = deserializer;
    this.largest = largest;
  }

  @Override
  public T deserialize(String topic, byte @Nullable [] value) {
    check(value);
    return deserializer.deserialize(topic, value);
  }

  @Override
  public T deserialize(String topic, Headers headers, byte @Nullable [] value) {
    check(value);
    return deserializer.deserialize(topic, headers, value);
  }

  private void check(byte @Nullable [] value) {
    if (value != null && value.length > largest) {
      throw new UnreadableRecord(
          "value has %d bytes: publish at most %d".formatted(value.length, largest));
    }
  }

  @Override
  public void close() {
    deserializer.close();
  }
}
