package dev.outreach.benchmarks.faults;

import java.time.Instant;

/** A message that a simulated platform wrote into its ledger. */
record Arrival(
    String platform, String platformMessageId, String address, String text, Instant at) {}
