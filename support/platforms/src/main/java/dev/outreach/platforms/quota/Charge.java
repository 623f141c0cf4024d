package dev.outreach.platforms.quota;

import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;

/** What one kind of call costs. Thread-safe. */
public interface Charge {

  /**
   * Reserves what a call costs; needed before every attempt of it.
   *
   * @throws PlatformException {@code RATE_LIMIT} where nothing is left or the account is paused
   */
  void reserve();

  /** Learns what the platform says is used. */
  void told(QuotaUsage usage);

  /** Learns how the platform refused. */
  void refused(PlatformFailure failure);

  /** Costs nothing that is counted. */
  static Charge none() {
    return new Charge() {

      @Override
      public void reserve() {
        // Nothing to reserve.
      }

      @Override
      public void told(QuotaUsage usage) {
        // Nobody asks.
      }

      @Override
      public void refused(PlatformFailure failure) {
        // Nobody asks.
      }
    };
  }
}
