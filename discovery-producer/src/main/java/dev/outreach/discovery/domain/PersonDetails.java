package dev.outreach.discovery.domain;

import org.jspecify.annotations.Nullable;

/** What a file tells about a person. A signal it does not give is null, never zero. */
public record PersonDetails(
    @Nullable String fullName,
    @Nullable String bio,
    @Nullable String category,
    @Nullable String location,
    @Nullable String website,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable String externalId,
    @Nullable Long followers,
    @Nullable Long following,
    @Nullable Long posts,
    @Nullable Double averageLikes,
    @Nullable Double averageComments,
    @Nullable Boolean verified) {

  /** Names nobody. */
  @Override
  public String toString() {
    return "PersonDetails";
  }
}
