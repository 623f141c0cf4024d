package dev.outreach.drafting.domain;

/** The networks messages are drafted for. */
public enum Network {
  LINKEDIN,
  INSTAGRAM,
  TIKTOK,
  FACEBOOK
}
