package dev.outreach.projector;

import dev.outreach.runtime.Explained;

/** The rows readers see were made by rules this program does not know. */
final class OlderThanTheRows extends RuntimeException implements Explained {

  private static final long serialVersionUID = 1L;

  OlderThanTheRows(int version) {
    super(
        "the rows were made by projection version %d and this program knows version %d: update it"
            .formatted(version, Projection.VERSION));
  }

  @Override
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
