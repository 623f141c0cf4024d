package dev.outreach.platforms;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much of its allowance the platform says is used.
 *
 * @param percent 0 to 100 and above; empty where the platform does not say
 * @param regainAfter how long until calls are allowed again, where the platform says
 */
public record QuotaUsage(OptionalInt percent, Optional<Duration> regainAfter) {

  public static QuotaUsage unknown() {
    return new QuotaUsage(OptionalInt.empty(), Optional.empty());
  }
}
