package dev.outreach.discovery.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in the database's write-ahead log, in the words of the engine that reads it.
 *
 * @param offset what the engine needs to go on behind this place
 */
record WalPlace(Map<String, ?> offset) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The place a captured row says it was read at. */
  static WalPlace of(Map<String, ?> sourceOffset) {
    return new WalPlace(new LinkedHashMap<>(sourceOffset));
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  static Optional<WalPlace> parse(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WalPlace(JSON.readValue(text, new TypeReference<Map<String, Object>>() {})));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /** As text of a few hundred characters, which fits into the metadata of a Kafka offset. */
  String text() {
    try {
      return JSON.writeValueAsString(offset);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an offset of plain values is JSON", impossible);
    }
  }

  /** How far into the log it is, in bytes. */
  long position() {
    return Stream.of("lsn", "lsn_proc", "lsn_commit")
        .map(offset::get)
        .filter(Number.class::isInstance)
        .mapToLong(number -> ((Number) number).longValue())
        .max()
        .orElse(0);
  }
}
