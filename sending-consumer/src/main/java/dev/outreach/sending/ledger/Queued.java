package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A message that is ready, with why it was last told to wait.
 *
 * @param notBefore when it is looked at again
 * @param closed by which ways the platform takes it no more
 */
record Queued(Order order, Instant notBefore, Optional<Reason> reason, Set<Route> closed) {

  static Queued of(Row row) throws SQLException {
    Optional<String> code = row.optionalText("reason_code");
    Optional<String> sentence = row.optionalText("reason");
    return new Queued(
        OrderRow.order(row),
        row.time("not_before"),
        code.flatMap(known -> sentence.map(words -> new Reason(known, words))),
        OrderRow.closedRoutes(row));
  }

  /** Until when something else than the rules of pacing holds it back, such as a retry. */
  Optional<Instant> retryAt() {
    boolean isPaced = reason.map(Reason::code).filter(Pacing.CODES::contains).isPresent();
    return isPaced || notBefore.equals(Claims.NO_TIME) ? Optional.empty() : Optional.of(notBefore);
  }
}
