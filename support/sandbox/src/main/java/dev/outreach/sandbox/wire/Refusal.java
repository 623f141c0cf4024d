package dev.outreach.sandbox.wire;

/** Failures every platform can be told to answer, each in its own words. */
public enum Refusal {
  RATE_LIMITED,
  SERVER_ERROR,
  TOKEN_EXPIRED,
  /** An error although the operation was carried out: the trap of Graph 1/1357046. */
  ERROR_AFTER_ACCEPT
}
