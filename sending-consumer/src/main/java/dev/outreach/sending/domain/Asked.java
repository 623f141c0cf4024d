package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Order.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * For what a slot is wanted.
 *
 * @param accountAge since when the account is known to us
 * @param zone where the recipient, or else the account, is; empty where neither is known
 * @param seed decides the jitter; the same for the same message
 */
public record Asked(
    Instant now, MessageKind kind, Duration accountAge, Optional<ZoneId> zone, long seed) {

  /** The same at another moment. */
  public Asked at(Instant moment) {
    return new Asked(moment, kind, accountAge.plus(Duration.between(now, moment)), zone, seed);
  }
}
