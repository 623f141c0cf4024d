package dev.outreach.platforms;

/** The social networks the product works with. */
public enum Platform {
  LINKEDIN,
  INSTAGRAM,
  TIKTOK,
  FACEBOOK
}
