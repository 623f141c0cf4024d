package dev.outreach.platforms;

/** What became of one handle that was looked up. */
public sealed interface Enrichment {

  String handle();

  /** The profile was read. */
  record Enriched(String handle, NormalisedProfile profile) implements Enrichment {

    /** Leaves the handle out. */
    @Override
    public String toString() {
      return "Enriched";
    }
  }

  /**
   * It was not read, and why; {@link PlatformFailure.NotFound} also stands for an account that is
   * private.
   */
  record NotEnriched(String handle, PlatformFailure failure) implements Enrichment {

    /** Leaves the handle out. */
    @Override
    public String toString() {
      return "NotEnriched[" + failure + "]";
    }
  }
}
