package dev.outreach.platforms;

/** Under which of a platform's rules a message goes out. */
public enum Purpose {
  /** The first words to somebody, where the platform lets a stranger begin. */
  FIRST_CONTACT,
  /** An answer inside the ordinary window. */
  RESPONSE,
  /** Written by a person, no promotion, inside the longer window that some platforms approve. */
  HUMAN_AGENT,
  /** A person has just seen exactly this message and asked to send it. */
  MEMBER_ACTION
}
