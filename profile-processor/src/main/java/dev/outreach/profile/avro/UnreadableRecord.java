package dev.outreach.profile.avro;

/**
 * A record that means nothing to this app. The message names the field, the problem and the fix,
 * and no personal data.
 */
public final class UnreadableRecord extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** An unreadable record. */
  public UnreadableRecord(String message) {
    super(message);
  }
}
