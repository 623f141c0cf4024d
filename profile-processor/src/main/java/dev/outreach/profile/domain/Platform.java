package dev.outreach.profile.domain;

/** The social network a person was found on. */
public enum Platform {
  LINKEDIN,
  INSTAGRAM,
  TIKTOK,
  FACEBOOK,
  /** A network only a later version knows. */
  UNKNOWN
}
