package dev.outreach.sandbox.ledger;

/** An entry and its place: 1, 2, 3 … without gaps. */
public record Recorded(long seq, LedgerEntry entry) {}
