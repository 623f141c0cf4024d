package dev.outreach.api.domain;

import org.jspecify.annotations.Nullable;

/**
 * What tells people apart on one platform; null where the platform does not say.
 *
 * @param platform in lower case
 * @param handle canonical
 */
public record Traits(
    String platform,
    String handle,
    @Nullable String fullName,
    @Nullable String website,
    @Nullable String bio) {

  /** Names nobody. */
  @Override
  public String toString() {
    return "Traits[" + platform + "]";
  }
}
