package dev.outreach.sending;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.OpenHours;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Result.Route;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits as an operator writes them. {@code OUTREACH_SENDING_LIMITS} replaces the pacing of single
 * lanes, see {@link PacingText}: {@code linkedin.manual=20/1d,5/1d first;instagram.official_api=
 * 1/1s,gap 2s,jitter 1s,ramp 14d 25%}; {@code free} lifts every limit of a lane. {@code
 * OUTREACH_SENDING_PER_PERSON} ({@code 1/1d,4/30d}) holds for each person. {@code
 * OUTREACH_SENDING_HOURS} ({@code 08:00-20:00 Europe/Berlin}) and {@code
 * OUTREACH_SENDING_CLOSED_ON} ({@code 2026-12-25,2026-12-26}) hold for all lanes, by the
 * recipient's clock where it is known, else by the account's of {@code OUTREACH_SENDING_ZONES}
 * ({@code instagram/studio=Europe/Lisbon}), else by the one they name; unset means always.
 */
final class LimitSettings {

  private static final String LIMITS = "OUTREACH_SENDING_LIMITS";
  private static final String HOURS = "OUTREACH_SENDING_HOURS";
  private static final String CLOSED_ON = "OUTREACH_SENDING_CLOSED_ON";
  private static final String PER_PERSON = "OUTREACH_SENDING_PER_PERSON";
  private static final String ZONES = "OUTREACH_SENDING_ZONES";
  private static final Pattern ZONE = Pattern.compile("(\\w+)/([^=]+)=(\\S+)");
  private static final List<String> PLATFORMS =
      List.of("LINKEDIN", "INSTAGRAM", "TIKTOK", "FACEBOOK");
  private static final Pattern LANE =
      Pattern.compile("(\\w+)\\.(official_api|manual|third_party)\\s*=\\s*(.*)");
  private static final Pattern OPEN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d) (\\S+)");

  private LimitSettings() {}

  static Limits of(Settings settings) {
    Limits limits = Limits.conservative();
    for (String part : settings.text(LIMITS, "").split(";", -1)) {
      if (!part.isBlank()) {
        limits = with(limits, part.strip());
      }
    }
    Optional<String> person = settings.optionalText(PER_PERSON);
    if (person.isPresent()) {
      String rules = person.get().toLowerCase(Locale.ROOT);
      limits = limits.withPerPerson(PacingText.of(PER_PERSON, rules).caps());
    }
    limits = limits.withZones(zones(settings));
    Optional<OpenHours> hours = hours(settings);
    return hours.isEmpty() ? limits : withHours(limits, hours);
  }

  private static Map<From, ZoneId> zones(Settings settings) {
    Map<From, ZoneId> zones = new HashMap<>();
    for (String part : settings.text(ZONES, "").split(",", -1)) {
      if (!part.isBlank()) {
        Matcher zone = ZONE.matcher(part.strip());
        if (!zone.matches()) {
          throw new InvalidSetting(
              ZONES, "cannot be read: write for example instagram/studio=Europe/Lisbon");
        }
        zones.put(
            new From(zone.group(1).toUpperCase(Locale.ROOT), zone.group(2)), zone(zone.group(3)));
      }
    }
    return zones;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException wrong) {
      throw new InvalidSetting(ZONES, "has a zone that is none: " + wrong.getMessage());
    }
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
    return limits.with(key, PacingText.of(LIMITS, lane.group(3)));
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
