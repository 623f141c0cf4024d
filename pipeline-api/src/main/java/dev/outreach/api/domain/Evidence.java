package dev.outreach.api.domain;

/** Why two profiles may be one person. */
public enum Evidence {
  /** One of them gives the address of the other. */
  NAMES_THE_OTHER(true),
  /** Both give the same web page, which is no platform's own. */
  SAME_WEBSITE(true),
  /** Both give the same e-mail address. */
  SAME_EMAIL(true),
  /** Both use the same handle. */
  SAME_HANDLE(false),
  /** Both use the same name of at least two words. */
  SAME_NAME(false);

  private final boolean strong;

  Evidence(boolean strong) {
    this.strong = strong;
  }

  /** Whether it is enough by itself. */
  public boolean isStrong() {
    return strong;
  }
}
