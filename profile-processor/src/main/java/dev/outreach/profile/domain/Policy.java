package dev.outreach.profile.domain;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The rules an operator may set.
 *
 * @param followUps how many follow-ups a person may get, 0 to {@link #MOST_FOLLOW_UPS}
 * @param accounts our account on each platform; {@code <platform>-main} where none is given
 * @param approvalLifetime how long an approved message may wait before it must not be sent any more
 */
public record Policy(int followUps, Map<Platform, String> accounts, Duration approvalLifetime) {

  /** More would be a nuisance to anybody. */
  public static final int MOST_FOLLOW_UPS = 10;

  /** Two follow-ups, main accounts, approvals good for a week. */
  public static final Policy STANDARD = new Policy(2, Map.of(), Duration.ofDays(7));

  public Policy {
    accounts = Map.copyOf(accounts);
    if (followUps < 0 || followUps > MOST_FOLLOW_UPS) {
      throw new IllegalArgumentException(
          "followUps is " + followUps + ": use 0 to " + MOST_FOLLOW_UPS);
    }
    if (accounts.values().stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "accounts has a blank id: name the account or leave it out");
    }
    if (approvalLifetime.isNegative() || approvalLifetime.isZero()) {
      throw new IllegalArgumentException(
          "approvalLifetime is " + approvalLifetime + ": use a positive length of time");
    }
  }

  /** The same rules with another number of follow-ups. */
  public Policy allowing(int newFollowUps) {
    return newFollowUps == followUps ? this : new Policy(newFollowUps, accounts, approvalLifetime);
  }

  /** Our account on the platform. */
  public String account(Platform platform) {
    return accounts.getOrDefault(platform, platform.name().toLowerCase(Locale.ROOT) + "-main");
  }
}
