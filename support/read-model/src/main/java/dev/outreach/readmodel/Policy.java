package dev.outreach.readmodel;

import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * The rules of the read model an operator may change while it runs.
 *
 * @param followUpAfter how long a person may leave a message unanswered before a follow-up is due;
 *     at least a second
 * @param zone where the day of workspaces begins that have no zone of their own
 */
public record Policy(Duration followUpAfter, ZoneId zone) {

  /** Other names mean different things to Java and to PostgreSQL, for example UTC+2. */
  private static final Pattern REGION = Pattern.compile("UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+");

  public Policy {
    checkZone(zone);
    if (followUpAfter.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "followUpAfter is " + followUpAfter + ": use at least a second");
    }
  }

  /**
   * Refuses a zone that PostgreSQL does not know by the same name.
   *
   * @throws IllegalArgumentException where it is no region
   */
  public static ZoneId checkZone(ZoneId zone) {
    if (!REGION.matcher(zone.getId()).matches()) {
      throw new IllegalArgumentException(
          "zone is " + zone.getId() + ": use UTC or a region such as Europe/Berlin");
    }
    return zone;
  }
}
