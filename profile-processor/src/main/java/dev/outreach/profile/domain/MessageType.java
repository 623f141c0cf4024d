package dev.outreach.profile.domain;

/** The first message opens a conversation, a follow-up continues one that got no reply. */
public enum MessageType {
  INITIAL,
  FOLLOW_UP;

  /**
   * The type that follows from the position in the sequence.
   *
   * @param step 0 for the first message
   */
  public static MessageType ofStep(int step) {
    return step == 0 ? INITIAL : FOLLOW_UP;
  }
}
