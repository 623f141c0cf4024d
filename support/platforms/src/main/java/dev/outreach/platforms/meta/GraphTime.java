package dev.outreach.platforms.meta;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times as the Graph API writes them: {@code 2021-08-17T19:00:42+0000}, whole seconds, no colon in
 * the offset.
 */
public final class GraphTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);

  private GraphTime() {}

  /** Empty where there is none or it is written differently. */
  public static Optional<Instant> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text, FORMAT).toInstant());
    } catch (DateTimeParseException otherwise) {
      return Optional.empty();
    }
  }
}
