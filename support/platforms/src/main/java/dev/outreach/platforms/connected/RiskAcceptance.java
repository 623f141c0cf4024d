package dev.outreach.platforms.connected;

import java.time.LocalDate;

/**
 * Who took it upon themselves, and when, that a third party acts in a person's own session, against
 * the platform's user agreement.
 */
public record RiskAcceptance(String by, LocalDate on) {

  public RiskAcceptance {
    if (by.isBlank()) {
      throw new IllegalArgumentException("by is blank; name the person who accepts the risk");
    }
  }

  /** Leaves the name out. */
  @Override
  public String toString() {
    return "RiskAcceptance[on=" + on + "]";
  }
}
