package dev.outreach.profile.domain;

/**
 * Who caused something.
 *
 * @param kind which kind of actor
 * @param name login of a person, or name of a rule or component; personal data
 */
public record Actor(Kind kind, String name) {

  /** Kinds of actors. */
  public enum Kind {
    PERSON,
    RULE,
    PLATFORM,
    SYSTEM
  }

  /** Whether a human being acted. */
  public boolean isPerson() {
    return kind == Kind.PERSON;
  }
}
