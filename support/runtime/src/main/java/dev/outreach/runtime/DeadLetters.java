package dev.outreach.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes the dead letter of a record: its original bytes and headers, and in further headers where
 * it came from and why it is here; the record itself is left out where it is too large. The caller
 * sends it, in the same transaction as the record's offset where there is one. Thread-safe.
 */
public final class DeadLetters {

  /** What every header of ours begins with. */
  public static final String HEADER_PREFIX = "outreach.error.";

  private static final int LONGEST_MESSAGE = 2_000;

  /** Below {@code max.request.size} of a producer, which counts before it compresses. */
  private static final int LARGEST_LETTER = 1_000_000;

  private final String app;
  private final String topic;
  private final MeterRegistry meters;

  /** Why a record is a dead letter, as a stable code. */
  public enum Reason {
    /** The record has no value. */
    NULL_VALUE,
    /** Not Avro, or a schema nobody knows. */
    UNREADABLE,
    /** Readable, but not what this topic carries. */
    WRONG_TYPE,
    /** Readable, but it contradicts itself or what is known. */
    INVALID,
    /** Our own code failed on it. */
    PROCESSING_FAILED
  }

  /**
   * Dead letters of one app.
   *
   * @param app the app's name
   * @param topic where its dead letters go
   */
  public DeadLetters(String app, String topic, MeterRegistry meters) {
    this.app = app;
    this.topic = topic;
    this.meters = meters;
  }

  /** The dead letter of a record; counts it. */
  public ProducerRecord<byte[], byte[]> letter(
      ConsumerRecord<byte[], byte[]> record, Reason reason, Throwable cause) {
    Counter.builder("outreach.dead.letters")
        .description("Records that could not be read or processed")
        .tags("app", app, "topic", record.topic(), "reason", reason.name())
        .register(meters)
        .increment();
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, null, record.key(), record.value());
    record.headers().forEach(letter.headers()::add);
    put(letter.headers(), "app", app);
    put(letter.headers(), "topic", record.topic());
    put(letter.headers(), "partition", Integer.toString(record.partition()));
    put(letter.headers(), "offset", Long.toString(record.offset()));
    put(letter.headers(), "reason", reason.name());
    put(letter.headers(), "class", cause.getClass().getName());
    put(letter.headers(), "message", message(cause));
    put(letter.headers(), "stack-hash", stackHash(cause));
    return fitting(letter, HEADER_PREFIX);
  }

  /**
   * The letter, without the record where that would not fit: a letter that cannot be written would
   * be tried for ever. Where the record is, for as long as its topic keeps it, and its size are
   * said by headers.
   *
   * @param prefix of the headers that say where the record came from and why it is here
   */
  public static ProducerRecord<byte[], byte[]> fitting(
      ProducerRecord<byte[], byte[]> letter, String prefix) {
    int size = lengthOf(letter.key()) + lengthOf(letter.value());
    for (Header header : letter.headers()) {
      size += header.key().length() + lengthOf(header.value());
    }
    if (size <= LARGEST_LETTER) {
      return letter;
    }
    Headers headers = new RecordHeaders();
    for (Header header : letter.headers()) {
      if (header.key().startsWith(prefix)) {
        headers.add(header);
      }
    }
    put(headers, "left-out", "the record is too large for a letter: " + size + " bytes");
    return new ProducerRecord<>(letter.topic(), null, letter.timestamp(), null, null, headers);
  }

  private static int lengthOf(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static String message(Throwable cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(HEADER_PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Equal for failures at the same place, so that an operator can group them. */
  private static String stackHash(Throwable cause) {
    int hash = cause.getClass().getName().hashCode();
    for (StackTraceElement frame : cause.getStackTrace()) {
      hash = 31 * hash + Objects.hash(frame.getClassName(), frame.getMethodName());
    }
    return Integer.toHexString(hash);
  }
}
