package dev.outreach.platforms.quota;

import java.util.OptionalInt;
import java.util.Set;

/**
 * What counts of a quota now.
 *
 * @param used how many uses
 * @param uses the different ones, where they are told apart
 */
public record Standing(int used, Set<String> uses) {

  public Standing {
    uses = Set.copyOf(uses);
  }

  /** How much is left; empty where the platform publishes no limit. */
  public OptionalInt left(Quota quota) {
    return quota.most().isPresent()
        ? OptionalInt.of(Math.max(0, quota.most().getAsInt() - used))
        : OptionalInt.empty();
  }
}
