package dev.outreach.sandbox.conversations;

import dev.outreach.sandbox.ledger.LedgerEntry;
import java.time.Instant;

/** One message of a conversation. */
public record Line(LedgerEntry.Message message, boolean ours, Instant at) {}
