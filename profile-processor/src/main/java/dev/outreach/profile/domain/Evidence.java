package dev.outreach.profile.domain;

/** Who says what became of a message; the sender has to be told where it is not the source. */
public enum Evidence {
  /** The sender and its ledger. */
  SENDER,
  /** A person who looked, or who sent it by hand. */
  PERSON,
  /** The platform, by showing us our own message. */
  PLATFORM
}
