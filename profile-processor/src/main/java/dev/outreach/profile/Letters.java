package dev.outreach.profile;

import dev.outreach.runtime.DeadLetters;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Dead letters as Kafka Streams makes them. */
final class Letters {

  private static final String HEADER_PREFIX = "__streams.errors.";

  private Letters() {}

  /** Each with its record where that fits, which Streams does not look after. */
  static List<ProducerRecord<byte[], byte[]>> fitting(
      List<ProducerRecord<byte[], byte[]>> letters) {
    return letters.stream().map(letter -> DeadLetters.fitting(letter, HEADER_PREFIX)).toList();
  }
}
