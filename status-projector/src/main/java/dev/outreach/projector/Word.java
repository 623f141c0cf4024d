package dev.outreach.projector;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Spells names of the schemas the way the read model does. */
final class Word {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** Schemas have few names, and every event spells some of them. */
  private static final Map<Enum<?>, String> SYMBOLS = new ConcurrentHashMap<>();

  private static final Map<String, String> RECORDS = new ConcurrentHashMap<>();

  private Word() {}

  /** QUALIFIED becomes qualified. */
  static String of(Enum<?> symbol) {
    return SYMBOLS.computeIfAbsent(symbol, known -> known.name().toLowerCase(Locale.ROOT));
  }

  /** MessageSent becomes message_sent. */
  static String ofRecord(String name) {
    return RECORDS.computeIfAbsent(
        name, known -> HUMP.matcher(known).replaceAll("_").toLowerCase(Locale.ROOT));
  }
}
