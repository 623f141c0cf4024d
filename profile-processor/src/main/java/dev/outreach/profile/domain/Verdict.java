package dev.outreach.profile.domain;

/** What a reviewer says of a person. */
public enum Verdict {
  /** Seen, undecided. */
  REVIEWED(DiscoveryStatus.REVIEWED),
  QUALIFIED(DiscoveryStatus.QUALIFIED),
  REJECTED(DiscoveryStatus.REJECTED);

  private final DiscoveryStatus status;

  Verdict(DiscoveryStatus status) {
    this.status = status;
  }

  /** The status the verdict leads to. */
  public DiscoveryStatus status() {
    return status;
  }
}
