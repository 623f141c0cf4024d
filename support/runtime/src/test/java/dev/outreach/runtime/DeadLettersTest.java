package dev.outreach.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DeadLetters deadLetters = new DeadLetters("app", "dead", meters);

  @Test
  void shouldKeepTheOriginalBytesAndSayWhereTheyCameFromAndWhy() {
    ConsumerRecord<byte[], byte[]> record = record("bytes".getBytes(StandardCharsets.UTF_8));
    record.headers().add("trace", new byte[] {1});

    ProducerRecord<byte[], byte[]> letter =
        deadLetters.letter(
            record, DeadLetters.Reason.UNREADABLE, new IllegalStateException("no magic byte"));

    assertThat(letter.value()).isEqualTo(record.value());
    assertThat(letter.key()).isEqualTo(record.key());
    assertThat(letter.headers().lastHeader("trace").value()).containsExactly(1);
    assertThat(header(letter, "topic")).isEqualTo("source");
    assertThat(header(letter, "partition")).isEqualTo("3");
    assertThat(header(letter, "offset")).isEqualTo("42");
    assertThat(header(letter, "reason")).isEqualTo("UNREADABLE");
    assertThat(header(letter, "message")).isEqualTo("no magic byte");
    assertThat(
            meters
                .counter(
                    "outreach.dead.letters",
                    "app",
                    "app",
                    "topic",
                    "source",
                    "reason",
                    "UNREADABLE")
                .count())
        .isEqualTo(1);
  }

  @Test
  void shouldLeaveOutARecordThatDoesNotFitAndSayWhereItIs() {
    ConsumerRecord<byte[], byte[]> record = record(new byte[1_000_000]);
    record.headers().add("trace", new byte[1_000_000]);

    ProducerRecord<byte[], byte[]> letter =
        deadLetters.letter(
            record, DeadLetters.Reason.UNREADABLE, new IllegalStateException("m".repeat(5_000)));

    assertThat(letter.key()).isNull();
    assertThat(letter.value()).isNull();
    assertThat(letter.headers().lastHeader("trace")).isNull();
    assertThat(header(letter, "topic")).isEqualTo("source");
    assertThat(header(letter, "offset")).isEqualTo("42");
    assertThat(header(letter, "reason")).isEqualTo("UNREADABLE");
    assertThat(header(letter, "message")).hasSize(2_000);
    assertThat(header(letter, "left-out")).contains("too large for a letter: 2002");
  }

  @Test
  void shouldReadGoodValuesAndExplainBadOnes() {
    RecordReader<String> reader = new RecordReader<>(new StringDeserializer(), String.class);
    Deserializer<Object> failing =
        (topic, bytes) -> {
          throw new SerializationException("unknown schema");
        };

    assertThat(reader.read(record("hi".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Decoded.Read<>("hi"));
    assertThat(reasonOf(reader.read(record(null)))).isEqualTo(DeadLetters.Reason.NULL_VALUE);
    assertThat(
            reasonOf(
                new RecordReader<>(new StringDeserializer(), Long.class).read(record(new byte[1]))))
        .isEqualTo(DeadLetters.Reason.WRONG_TYPE);
    assertThat(reasonOf(new RecordReader<>(failing, String.class).read(record(new byte[1]))))
        .isEqualTo(DeadLetters.Reason.UNREADABLE);
  }

  private static DeadLetters.Reason reasonOf(Decoded<?> decoded) {
    return switch (decoded) {
      case Decoded.Read<?> read -> throw new AssertionError("was read: " + read);
      case Decoded.Unreadable<?>(DeadLetters.Reason reason, Throwable _) -> reason;
    };
  }

  @SuppressWarnings("NullAway") // a record without a value is what this test is about
  private static ConsumerRecord<byte[], byte[]> record(
      byte @org.jspecify.annotations.Nullable [] value) {
    return new ConsumerRecord<>("source", 3, 42, new byte[] {7}, value);
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(
        letter.headers().lastHeader(DeadLetters.HEADER_PREFIX + name).value(),
        StandardCharsets.UTF_8);
  }
}
