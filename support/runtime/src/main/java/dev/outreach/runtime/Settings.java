package dev.outreach.runtime;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of this process, read once at start and given to each component as a typed value.
 * All keys begin with {@code OUTREACH_}. A malformed value is refused with {@link InvalidSetting};
 * an unknown key is reported by {@link #unknown}. Thread-safe.
 */
public final class Settings {

  /** What every key of ours begins with. */
  public static final String PREFIX = "OUTREACH_";

  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");

  private final Map<String, String> values;
  private final Set<String> known;

  private Settings(Map<String, String> values, Set<String> known) {
    this.values = Map.copyOf(values);
    this.known = known;
  }

  /** Settings over a map, usually the environment of the process. */
  public static Settings of(Map<String, String> environment) {
    return new Settings(environment, new ConcurrentSkipListSet<>());
  }

  /** These settings with one value more, or another one; both report the same unknown keys. */
  public Settings with(String key, String value) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(key, value);
    return new Settings(changed, known);
  }

  /** The text, or the fallback where it is absent or blank. */
  public String text(String key, String fallback) {
    return optionalText(key).orElse(fallback);
  }

  /** The text, where it is set and not blank. */
  public Optional<String> optionalText(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A whole number from {@code min} to {@code max}. */
  public int integer(String key, int fallback, int min, int max) {
    String text = text(key, Integer.toString(fallback));
    try {
      int number = Integer.parseInt(text);
      if (number < min || number > max) {
        throw new InvalidSetting(key, "is " + number + ": use a number from " + min + " to " + max);
      }
      return number;
    } catch (NumberFormatException _) {
      throw new InvalidSetting(
          key, "is not a whole number: use a number from " + min + " to " + max);
    }
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    return switch (text(key, Boolean.toString(fallback))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSetting(key, "is neither true nor false: use one of them");
    };
  }

  /** A length of time: {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 3d} or ISO. */
  public Duration duration(String key, Duration fallback) {
    return optionalText(key).map(text -> parseDuration(key, text)).orElse(fallback);
  }

  /** A secret, where it is set. */
  public Optional<Secret> secret(String key) {
    return optionalText(key).map(Secret::new);
  }

  /** An http or https address, without a trailing slash. */
  public URI address(String key, String fallback) {
    String text = text(key, fallback).replaceFirst("/+$", "");
    if (!text.matches("https?://[^\\s/]+.*")) {
      throw new InvalidSetting(key, "is no address: begin with http:// or https://");
    }
    return URI.create(text);
  }

  /** The keys with our prefix that are set although nothing has asked for them. */
  public Set<String> unknown() {
    Set<String> left = new TreeSet<>(values.keySet());
    left.removeIf(key -> !key.startsWith(PREFIX) || known.contains(key));
    return left;
  }

  private static Duration parseDuration(String key, String text) {
    Matcher matcher = SHORT_DURATION.matcher(text);
    try {
      if (!matcher.matches()) {
        return Duration.parse(text);
      }
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    } catch (DateTimeParseException | NumberFormatException | ArithmeticException _) {
      throw new InvalidSetting(key, "is no length of time: use for example 30s, 5m, 2h or 3d");
    }
  }
}
