package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Result.Route;
import java.time.Instant;

/**
 * A message whose outcome is unknown and may be looked into now.
 *
 * @param route by which way it was tried
 * @param writes how often a byte of it may have left
 * @param wanted false where it was taken back meanwhile
 * @param writeAt when a byte may have left last
 */
public record Doubtful(
    Order order, Route route, Position position, int writes, boolean wanted, Instant writeAt) {}
