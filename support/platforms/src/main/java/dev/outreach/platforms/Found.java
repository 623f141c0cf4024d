package dev.outreach.platforms;

/** One result of a search. */
public sealed interface Found {

  String handle();

  /**
   * Only a handle is known: pass it to {@link Discovery#enrich}.
   *
   * @param seenIn where the handle was seen, such as {@code #coffee}
   */
  record HandleOnly(String handle, String seenIn) implements Found {

    /** Leaves the handle out. */
    @Override
    public String toString() {
      return "HandleOnly[seenIn=" + seenIn + "]";
    }
  }

  /** The search already returned the profile. */
  record WithProfile(NormalisedProfile profile) implements Found {

    @Override
    public String handle() {
      return profile.identity().username();
    }
  }
}
