package dev.outreach.sandbox.conversations;

import dev.outreach.sandbox.ledger.LedgerEntry;
import java.time.Instant;

/**
 * A person who wrote to one of our accounts.
 *
 * @param windowStart the last inbound message; on platforms that count per window, the first one
 *     after our last answer
 * @param sentInWindow messages of ours since then
 */
public record Contact(
    LedgerEntry.Conversation conversation,
    Instant lastInbound,
    Instant windowStart,
    int sentInWindow) {}
