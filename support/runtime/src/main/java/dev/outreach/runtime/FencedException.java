package dev.outreach.runtime;

/** Another owner has taken over: what we hold is stale and must not be written. */
public final class FencedException extends RuntimeException {

  /**
   * A refused write.
   *
   * @param what names what was taken over, for example topic and partition
   */
  public FencedException(String what) {
    super(what + " has another owner now");
  }
}
