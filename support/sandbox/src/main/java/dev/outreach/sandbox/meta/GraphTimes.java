package dev.outreach.sandbox.meta;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the Graph API writes them: whole seconds, no colon in the offset. */
public final class GraphTimes {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).withZone(ZoneOffset.UTC);

  private GraphTimes() {}

  public static String write(Instant time) {
    return FORMAT.format(time);
  }
}
