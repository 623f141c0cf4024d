package dev.outreach.profile.domain;

/** What a reviewer made of a person. */
public enum DiscoveryStatus {
  DISCOVERED,
  REVIEWED,
  QUALIFIED,
  REJECTED
}
