package dev.outreach.schemas.topics;

import java.time.Duration;

/**
 * How topics are made and how long to wait.
 *
 * @param replicationFactor copies of each new topic, 1 to 10
 * @param patience how long broker and registry may take to answer, more than nothing, at most 1 h
 */
public record ProvisioningOptions(int replicationFactor, Duration patience) {

  private static final Duration LONGEST = Duration.ofHours(1);

  public ProvisioningOptions {
    if (replicationFactor < 1 || replicationFactor > 10) {
      throw new IllegalArgumentException(
          "replicationFactor must be 1 to 10, not " + replicationFactor);
    }
    if (!patience.isPositive() || patience.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "patience must be more than nothing and at most " + LONGEST + ", not " + patience);
    }
  }

  /** One copy of each topic, one minute of patience. */
  public static ProvisioningOptions standard() {
    return new ProvisioningOptions(1, Duration.ofMinutes(1));
  }
}
