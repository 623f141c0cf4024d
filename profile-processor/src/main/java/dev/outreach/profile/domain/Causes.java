package dev.outreach.profile.domain;

/** The causes this processor itself gives; their codes are stable. */
final class Causes {

  static final Cause PERSON_REPLIED = new Cause("REPLIED", "the person replied");
  static final Cause PERSON_SUPPRESSED =
      new Cause("SUPPRESSED", "the person must not be contacted");
  static final Cause PERSON_ERASED = new Cause("ERASED", "the person is forgotten");
  static final Cause NOT_QUALIFIED_ANY_MORE =
      new Cause("NOT_QUALIFIED", "the reviewer changed the verdict");
  static final Cause EMPTY_DRAFT = new Cause("EMPTY_DRAFT", "the drafter returned no words");

  private Causes() {}

  static Cause suppressed(String reason) {
    return new Cause(PERSON_SUPPRESSED.code(), reason);
  }

  static Cause cancelled(String reason) {
    return new Cause("CANCEL_REQUESTED", reason);
  }

  static Cause discarded(String reason) {
    return new Cause("DISCARDED", reason);
  }

  static Cause notSentByHand(String reason) {
    return new Cause("MANUAL_NOT_POSSIBLE", reason);
  }

  static Cause givenUp(String reason) {
    return new Cause("GIVEN_UP", reason);
  }
}
