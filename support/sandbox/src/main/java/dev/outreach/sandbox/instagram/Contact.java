package dev.outreach.sandbox.instagram;

import dev.outreach.sandbox.ledger.LedgerEntry;
import java.time.Instant;

/** A person who wrote to one of our accounts, and when last. */
record Contact(LedgerEntry.Conversation conversation, Instant lastInbound) {}
