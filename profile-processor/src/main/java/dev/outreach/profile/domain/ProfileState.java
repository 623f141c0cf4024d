package dev.outreach.profile.domain;

/** What is known under a profile id. */
public sealed interface ProfileState permits Unknown, Known {

  /** Nobody was found yet. */
  ProfileState UNKNOWN = new Unknown();

  /** Number of events so far. */
  long version();
}
