package dev.outreach.profile.domain;

/** A person's decision about a message that may have been sent. */
public enum Resolution {
  /** The platform shows it. */
  WAS_SENT,
  /** It does not, send again. */
  RETRY,
  /** It does not, leave it. */
  GIVE_UP
}
