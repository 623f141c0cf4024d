package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * A message in the queue, and the answer to "why not yet, and when".
 *
 * @param route the way it would take now
 * @param reason why it has not left; empty where it leaves at the next look
 * @param usage how much of the limit is used that holds it back; empty where none does
 * @param predictedAt when it leaves if nothing changes; empty where nobody can tell
 */
public record Waiting(
    String messageId,
    String profileId,
    From from,
    Route route,
    Optional<Reason> reason,
    Optional<Usage> usage,
    Optional<Instant> predictedAt) {}
