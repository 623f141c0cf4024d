package dev.outreach.platforms.quota;

/** The count cannot be read or written now, so nothing may be spent. */
public final class QuotaBookAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public QuotaBookAway(Throwable cause) {
    super("the count of the platforms' quotas is out of reach", cause);
  }
}
