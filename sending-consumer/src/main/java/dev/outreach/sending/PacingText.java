package dev.outreach.sending;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Order.MessageKind;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.RampUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of one lane in words, separated by commas: {@code 20/1d} at most 20 in any day, {@code
 * 5/1d first} or {@code 5/1d follow-up} of which so many of a kind, {@code gap 60s} least distance,
 * {@code jitter 30s} up to so much more, {@code ramp 14d 25%} begin with a quarter of the caps and
 * grow in two weeks.
 */
final class PacingText {

  private static final Pattern CAP = Pattern.compile("(\\d{1,4})/(\\d+[smhd])( first| follow-up)?");
  private static final Pattern SPACING = Pattern.compile("(gap|jitter) (\\d+[smhd])");
  private static final Pattern RAMP = Pattern.compile("ramp (\\d+[smhd]) (\\d{1,3})%");

  private final String setting;
  private final List<Cap> caps = new ArrayList<>();
  private Duration gap = Duration.ZERO;
  private Duration jitter = Duration.ZERO;
  private Optional<RampUp> ramp = Optional.empty();

  private PacingText(String setting) {
    this.setting = setting;
  }

  /** The rules, in lower case; {@code free} for none. */
  static Pacing of(String setting, String rules) {
    if (rules.equals("free")) {
      return Pacing.FREE;
    }
    PacingText text = new PacingText(setting);
    try {
      for (String rule : rules.split(",", -1)) {
        text.add(rule.strip());
      }
    } catch (IllegalArgumentException wrong) {
      throw wrong instanceof InvalidSetting
          ? wrong
          : new InvalidSetting(setting, "has a rule that cannot be: " + wrong.getMessage());
    }
    return new Pacing(text.caps, text.gap, text.jitter, Optional.empty(), text.ramp);
  }

  private void add(String rule) {
    Matcher cap = CAP.matcher(rule);
    Matcher spacing = SPACING.matcher(rule);
    Matcher growth = RAMP.matcher(rule);
    if (cap.matches()) {
      caps.add(new Cap(Integer.parseInt(cap.group(1)), length(cap.group(2)), only(cap)));
    } else if (growth.matches()) {
      ramp = Optional.of(new RampUp(length(growth.group(1)), Integer.parseInt(growth.group(2))));
    } else if (spacing.matches() && spacing.group(1).equals("gap")) {
      gap = length(spacing.group(2));
    } else if (spacing.matches()) {
      jitter = length(spacing.group(2));
    } else {
      throw new InvalidSetting(
          setting, "has a rule that is none: write 20/1d, gap 60s, free or ramp 14d 25%");
    }
  }

  private static Optional<MessageKind> only(Matcher cap) {
    String kind = cap.group(3);
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(kind.equals(" first") ? MessageKind.INITIAL : MessageKind.FOLLOW_UP);
  }

  private static Duration length(String text) {
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
