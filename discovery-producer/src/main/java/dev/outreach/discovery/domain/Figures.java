package dev.outreach.discovery.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads figures as export tools write them: {@code 12345}, {@code 12,345}, {@code 12.3K}. */
final class Figures {

  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*");
  private static final Pattern FRACTION = Pattern.compile("\\d{1,3}\\.\\d{3}");
  private static final Pattern SHORT = Pattern.compile("(\\d+(?:[.,]\\d+)?)([kmb]?)");
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.of(
          "", BigDecimal.ONE,
          "k", new BigDecimal("1000"),
          "m", new BigDecimal("1000000"),
          "b", new BigDecimal("1000000000"));
  private static final BigDecimal LARGEST = new BigDecimal("100000000000");

  private Figures() {}

  /** The number nearest to the text's; throws {@link NumberFormatException} where it is none. */
  static long count(String text) {
    return decimal(text).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** As a count, but three digits after a single point are a fraction: means of eight have them. */
  static double average(String text) {
    return FRACTION.matcher(text).matches()
        ? Double.parseDouble(text)
        : decimal(text).doubleValue();
  }

  /** True for yes, false for no; throws {@link NumberFormatException} where it is neither. */
  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1", "verified" -> true;
      case "false", "no", "n", "0", "unverified", "not verified" -> false;
      default -> throw new NumberFormatException("neither yes nor no");
    };
  }

  /** The zone's own name; throws {@link NumberFormatException} where there is no such zone. */
  static String zone(String text) {
    try {
      return ZoneId.of(text.strip()).getId();
    } catch (DateTimeException _) {
      throw new NumberFormatException("no time zone");
    }
  }

  private static BigDecimal decimal(String text) {
    String bare = text.toLowerCase(Locale.ROOT).replaceAll("[\\s\u00a0\u202f'’_]", "");
    BigDecimal number = GROUPED.matcher(bare).matches() ? grouped(bare) : shortened(bare);
    if (number.compareTo(LARGEST) > 0) {
      throw new NumberFormatException("larger than any audience");
    }
    return number;
  }

  private static BigDecimal grouped(String bare) {
    return new BigDecimal(bare.replaceAll("[.,]", ""));
  }

  private static BigDecimal shortened(String bare) {
    Matcher matcher = SHORT.matcher(bare);
    if (!matcher.matches()) {
      throw new NumberFormatException("not a number");
    }
    BigDecimal factor = SUFFIXES.getOrDefault(matcher.group(2), BigDecimal.ONE);
    return new BigDecimal(matcher.group(1).replace(',', '.')).multiply(factor);
  }
}
