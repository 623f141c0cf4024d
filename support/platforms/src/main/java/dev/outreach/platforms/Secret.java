package dev.outreach.platforms;

/** A token or key that never shows itself in logs or messages. */
public record Secret(String value) {

  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "value is blank; give the secret, or leave the setting out");
    }
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
