package dev.outreach.projector;

/** The rows readers see were made by rules this program does not know. */
final class OlderThanTheRows extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OlderThanTheRows(int version) {
    super(
        "the rows were made by projection version %d and this program knows version %d: update it"
            .formatted(version, Projection.VERSION));
  }
}
