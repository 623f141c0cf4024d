package dev.outreach.discovery.domain;

/**
 * A person found on one platform.
 *
 * @param platform in lower case
 * @param handle canonical
 * @param profileUrl address of the public page, without tracking parameters
 */
public record FoundPerson(
    String platform, String handle, String profileUrl, PersonDetails details) {

  /** Names nobody. */
  @Override
  public String toString() {
    return "FoundPerson[" + platform + "]";
  }
}
