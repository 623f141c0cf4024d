package dev.outreach.readmodel;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of the read model an operator may change while it runs.
 *
 * @param followUpAfter how long a person may leave a message unanswered before a follow-up is due;
 *     from {@link #SHORTEST} to {@link #LONGEST}
 * @param zone where the day of workspaces begins that have no zone of their own
 */
public record Policy(Duration followUpAfter, ZoneId zone) {

  /** Due people are looked for once a second. */
  public static final Duration SHORTEST = Duration.ofSeconds(1);

  /** Ten years; far longer ones lead to times that the clock and PostgreSQL do not have. */
  public static final Duration LONGEST = Duration.ofDays(3_650);

  /** How many follow-ups a person may get at most. */
  public static final int MOST_FOLLOW_UPS = 10;

  /** Other names mean different things to Java and to PostgreSQL, for example UTC+2. */
  private static final Pattern REGION = Pattern.compile("UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+");

  public Policy {
    checkZone(zone);
    flaw(followUpAfter)
        .ifPresent(
            flaw -> {
              throw new IllegalArgumentException(
                  "followUpAfter " + flaw.problem() + ": " + flaw.fix());
            });
  }

  /**
   * What is wrong with a length of time.
   *
   * @param problem in words that follow a name
   * @param fix what to do instead
   */
  public record Flaw(String problem, String fix) {}

  /** What is wrong with a threshold; empty where follow-ups can be due after it. */
  public static Optional<Flaw> flaw(Duration followUpAfter) {
    if (followUpAfter.compareTo(SHORTEST) < 0) {
      return Optional.of(new Flaw("is below a second", "use for example 3d"));
    }
    return followUpAfter.compareTo(LONGEST) > 0
        ? Optional.of(new Flaw("is above ten years", "use for example 3d"))
        : Optional.empty();
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
