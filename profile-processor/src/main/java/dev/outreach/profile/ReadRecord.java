package dev.outreach.profile;

import dev.outreach.profile.avro.UnreadableRecord;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one topic. Whatever is no record of that topic, or has the wrong key, is
 * refused by an exception, which sends it to the dead-letter topic.
 *
 * @param <T> what the topic carries
 * @param <R> what it is read as
 */
final class ReadRecord<T extends SpecificRecord, R>
    extends ContextualProcessor<String, SpecificRecord, String, R> {

  private final Class<T> type;
  private final Function<T, R> reading;
  private final Key<R> key;

  ReadRecord(Class<T> type, Function<T, R> reading, Key<R> key) {
    this.type = type;
    this.reading = reading;
    this.key = key;
  }

  /**
   * What the key of a record has to be.
   *
   * @param name in words
   * @param of as it follows from the value
   */
  record Key<R>(String name, Function<R, String> of) {}

  @Override
  public void process(Record<String, SpecificRecord> message) {
    R read = reading.apply(typed(message.value()));
    if (!key.of().apply(read).equals(message.key())) {
      throw new UnreadableRecord("key is not " + key.name() + ": use it as the key");
    }
    context().forward(message.withValue(read));
  }

  private T typed(@Nullable SpecificRecord value) {
    if (value == null) {
      throw new UnreadableRecord("value is null: publish a " + type.getSimpleName());
    }
    if (!type.isInstance(value)) {
      throw new UnreadableRecord(
          "value is a "
              + value.getSchema().getName()
              + ": this topic carries "
              + type.getSimpleName()
              + " only");
    }
    return type.cast(value);
  }
}
