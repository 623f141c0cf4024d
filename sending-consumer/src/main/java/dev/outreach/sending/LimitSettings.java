package dev.outreach.sending;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.OpenHours;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Result.Route;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits as an operator writes them. {@code OUTREACH_SENDING_LIMITS} replaces the pacing of single
 * lanes: {@code linkedin.manual=20/1d,100/7d;instagram.official_api=1/1s,gap 2s,jitter 1s}; {@code
 * free} lifts every limit of a lane. {@code OUTREACH_SENDING_HOURS} ({@code 08:00-20:00
 * Europe/Berlin}) and {@code OUTREACH_SENDING_CLOSED_ON} ({@code 2026-12-25,2026-12-26}) hold for
 * all lanes; unset means always.
 */
final class LimitSettings {

  private static final String LIMITS = "OUTREACH_SENDING_LIMITS";
  private static final String HOURS = "OUTREACH_SENDING_HOURS";
  private static final String CLOSED_ON = "OUTREACH_SENDING_CLOSED_ON";
  private static final List<String> PLATFORMS =
      List.of("LINKEDIN", "INSTAGRAM", "TIKTOK", "FACEBOOK");
  private static final Pattern LANE =
      Pattern.compile("(\\w+)\\.(official_api|manual|third_party)\\s*=\\s*(.*)");
  private static final Pattern CAP = Pattern.compile("(\\d{1,4})/(\\d+[smhd])");
  private static final Pattern SPACING = Pattern.compile("(gap|jitter) (\\d+[smhd])");
  private static final Pattern OPEN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d) (\\S+)");

  private LimitSettings() {}

  static Limits of(Settings settings) {
    Limits limits = Limits.conservative();
    for (String part : settings.text(LIMITS, "").split(";", -1)) {
      if (!part.isBlank()) {
        limits = with(limits, part.strip());
      }
    }
    Optional<OpenHours> hours = hours(settings);
    return hours.isEmpty() ? limits : withHours(limits, hours);
  }

  private static Limits with(Limits limits, String part) {
    Matcher lane = LANE.matcher(part.toLowerCase(Locale.ROOT));
    if (!lane.matches() || !PLATFORMS.contains(lane.group(1).toUpperCase(Locale.ROOT))) {
      throw new InvalidSetting(
          LIMITS, "has a lane that is none: write for example linkedin.manual=20/1d,100/7d");
    }
    Lane key =
        new Lane(
            lane.group(1).toUpperCase(Locale.ROOT),
            Route.valueOf(lane.group(2).toUpperCase(Locale.ROOT)));
    return limits.with(key, pacing(lane.group(3)));
  }

  private static Pacing pacing(String rules) {
    if (rules.equals("free")) {
      return Pacing.FREE;
    }
    List<Cap> caps = new ArrayList<>();
    Duration gap = Duration.ZERO;
    Duration jitter = Duration.ZERO;
    for (String rule : rules.split(",", -1)) {
      Matcher cap = CAP.matcher(rule.strip());
      Matcher spacing = SPACING.matcher(rule.strip());
      if (cap.matches()) {
        caps.add(cap(Integer.parseInt(cap.group(1)), length(cap.group(2))));
      } else if (spacing.matches() && spacing.group(1).equals("gap")) {
        gap = length(spacing.group(2));
      } else if (spacing.matches()) {
        jitter = length(spacing.group(2));
      } else {
        throw new InvalidSetting(LIMITS, "has a rule that is none: write 20/1d, gap 60s or free");
      }
    }
    return new Pacing(caps, gap, jitter, Optional.empty());
  }

  private static Cap cap(int most, Duration within) {
    try {
      return new Cap(most, within);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSetting(LIMITS, "has a cap that cannot be: " + wrong.getMessage());
    }
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

  private static Optional<OpenHours> hours(Settings settings) {
    Set<LocalDate> closedOn = closedOn(settings);
    Optional<String> text = settings.optionalText(HOURS);
    if (text.isEmpty() && closedOn.isEmpty()) {
      return Optional.empty();
    }
    Matcher open = OPEN.matcher(text.orElse("00:00-23:59 UTC"));
    try {
      if (open.matches()) {
        return Optional.of(
            new OpenHours(
                LocalTime.parse(open.group(1)),
                LocalTime.parse(open.group(2)),
                ZoneId.of(open.group(3)),
                closedOn));
      }
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new InvalidSetting(HOURS, "cannot be read (" + wrong.getMessage() + "): " + example());
    }
    throw new InvalidSetting(HOURS, "cannot be read: " + example());
  }

  private static String example() {
    return "write for example 08:00-20:00 Europe/Berlin";
  }

  private static Set<LocalDate> closedOn(Settings settings) {
    Set<LocalDate> days = new HashSet<>();
    for (String day : settings.text(CLOSED_ON, "").split(",", -1)) {
      try {
        if (!day.isBlank()) {
          days.add(LocalDate.parse(day.strip()));
        }
      } catch (DateTimeException _) {
        throw new InvalidSetting(CLOSED_ON, "has a day that is none: write for example 2026-12-25");
      }
    }
    return days;
  }

  private static Limits withHours(Limits limits, Optional<OpenHours> hours) {
    Limits changed = limits;
    for (String platform : PLATFORMS) {
      for (Route route : Route.values()) {
        Lane lane = new Lane(platform, route);
        changed = changed.with(lane, limits.of(lane).within(hours));
      }
    }
    return changed;
  }
}
