package dev.outreach.sandbox.linkedin;

import java.time.YearMonth;

/**
 * How the simulated LinkedIn is set up. Tokens say by their beginning what they may: {@code
 * li-admin}, {@code li-member} (no company search), {@code li-noscope}, {@code li-expired}.
 *
 * @param memberUrn the member we act for
 * @param token what our app presents
 * @param refreshToken what renews it
 * @param newest the newest version of the interface; older than twelve months is refused
 * @param people size of the invented population of members and of organisations, 0 or more
 * @param callsPerDay calls the app may make to one resource in a UTC day; the member has half
 */
public record LinkedInSettings(
    String memberUrn,
    String token,
    String refreshToken,
    YearMonth newest,
    int people,
    int callsPerDay) {

  public LinkedInSettings {
    if (people < 0) {
      throw new IllegalArgumentException("people is " + people + "; give 0 or more");
    }
    if (callsPerDay < 2) {
      throw new IllegalArgumentException("callsPerDay is " + callsPerDay + "; give 2 or more");
    }
  }

  /** Version 202607, 300 people, plenty of calls. */
  public static LinkedInSettings defaults() {
    return new LinkedInSettings(
        "urn:li:person:us",
        "li-admin-token",
        "li-refresh-token",
        YearMonth.of(2026, 7),
        300,
        100_000);
  }

  public LinkedInSettings withCallsPerDay(int newCallsPerDay) {
    return new LinkedInSettings(memberUrn, token, refreshToken, newest, people, newCallsPerDay);
  }

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "LinkedInSettings[memberUrn=" + memberUrn + "]";
  }
}
