package dev.outreach.projector;

import java.util.Locale;
import java.util.regex.Pattern;

/** Spells names of the schemas the way the read model does. */
final class Word {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private Word() {}

  /** QUALIFIED becomes qualified. */
  static String of(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }

  /** MessageSent becomes message_sent. */
  static String ofRecord(String name) {
    return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
