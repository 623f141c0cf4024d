package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Result.Route;

/**
 * A message that a worker holds.
 *
 * @param route by which way it is to leave
 * @param position as of the claim; its fence is the worker's
 * @param writes how often a byte of it may have left before
 * @param lookFirst whether the platform is asked for it before it is sent
 */
public record Claimed(Order order, Route route, Position position, int writes, boolean lookFirst) {

  /** The message's id. */
  public String messageId() {
    return order.who().messageId();
  }

  /** The worker's fence. */
  public long fence() {
    return position.fence();
  }
}
