package dev.outreach.profile;

import dev.outreach.profile.avro.UnreadableRecord;
import dev.outreach.profile.domain.Input;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one topic. Whatever is no record of that topic, or has the wrong key, is
 * refused by an exception, which sends it to the dead-letter topic.
 */
final class ReadInput<T extends SpecificRecord>
    extends ContextualProcessor<String, SpecificRecord, String, Input> {

  private final Class<T> type;
  private final Function<T, Input> reading;

  ReadInput(Class<T> type, Function<T, Input> reading) {
    this.type = type;
    this.reading = reading;
  }

  @Override
  public void process(Record<String, SpecificRecord> message) {
    Input input = reading.apply(typed(message.value()));
    if (!input.envelope().profileId().equals(message.key())) {
      throw new UnreadableRecord("key is not the profileId of the value: use it as the key");
    }
    context().forward(message.withValue(input));
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
