package dev.outreach.schemas.topics;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * By which way a discovery request came in. A header of the record says so and not the request
 * itself, which is the same for every way; a request without the header came by the topic.
 */
public enum RequestSource {
  /** Published by an upstream system. */
  TOPIC,
  /** Inserted as a row. */
  TABLE,
  /** Posted to our HTTP interface. */
  HTTP;

  private static final String HEADER = "outreach.request.source";

  /** The way in lower case, as progress tells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The header that says this. */
  public Header header() {
    return new RecordHeader(HEADER, word().getBytes(StandardCharsets.UTF_8));
  }

  /** What the headers of a request say; {@link #TOPIC} where they say nothing we know. */
  public static RequestSource of(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return TOPIC;
    }
    String word = new String(header.value(), StandardCharsets.UTF_8);
    return switch (word) {
      case "table" -> TABLE;
      case "http" -> HTTP;
      default -> TOPIC;
    };
  }
}
