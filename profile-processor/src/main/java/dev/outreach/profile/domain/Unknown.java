package dev.outreach.profile.domain;

/** Nobody. */
public record Unknown() implements ProfileState {

  @Override
  public long version() {
    return 0;
  }
}
