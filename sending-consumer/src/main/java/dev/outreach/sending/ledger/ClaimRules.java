package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Ways;
import java.time.Duration;
import java.util.function.Function;

/**
 * By what claims are decided.
 *
 * @param limits the pacing of every lane
 * @param ways what software may do with an account
 * @param lease how long a claim lasts
 * @param mostWrites how often a message is tried, 1 or more
 */
public record ClaimRules(Limits limits, Function<From, Ways> ways, Duration lease, int mostWrites) {

  public ClaimRules {
    if (!lease.isPositive()) {
      throw new IllegalArgumentException("lease is not positive: use for example 30s");
    }
    if (mostWrites < 1) {
      throw new IllegalArgumentException("mostWrites is " + mostWrites + ": use 1 or more");
    }
  }
}
