package dev.outreach.profile.domain;

/** The way a message leaves. */
public enum SendRoute {
  OFFICIAL_API,
  /** By a person, in the platform's own app. */
  MANUAL,
  THIRD_PARTY
}
