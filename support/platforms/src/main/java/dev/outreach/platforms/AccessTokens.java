package dev.outreach.platforms;

/**
 * Where an adapter takes its token from before each call, so that a refreshed one is used at once.
 * Thread-safe.
 */
@FunctionalInterface
public interface AccessTokens {

  Secret current();

  /** Always the same token. */
  static AccessTokens fixed(Secret token) {
    return () -> token;
  }
}
