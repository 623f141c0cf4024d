package dev.outreach.platforms;

/**
 * Where an adapter takes its token from before each call, so that a refreshed one is used at once.
 * Thread-safe.
 */
@FunctionalInterface
public interface AccessTokens {

  Secret current();

  /**
   * Told that the platform refused a token.
   *
   * @return whether {@link #current} is another one now, so that one more try makes sense
   */
  default boolean renew(Secret refused) {
    return false;
  }

  /** Always the same token. */
  static AccessTokens fixed(Secret token) {
    return () -> token;
  }
}
