package dev.outreach.runtime;

/**
 * A value that must not be seen: it never appears in logs, messages or {@code toString}.
 *
 * @param value the secret itself; take it only where it leaves for its owner
 */
public record Secret(String value) {

  /** Refuses an empty secret, which is always a mistake. */
  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("secret is empty: set it or leave it out");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
