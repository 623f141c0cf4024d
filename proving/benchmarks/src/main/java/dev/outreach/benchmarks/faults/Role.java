package dev.outreach.benchmarks.faults;

/** What a sender process is. */
public enum Role {
  /** The product's sending-consumer, as it is. */
  LEDGER,
  /** What one usually writes: poll, call the platform, commit. */
  COMMIT_AFTER
}
