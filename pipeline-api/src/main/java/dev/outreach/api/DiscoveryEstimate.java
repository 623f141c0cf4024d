package dev.outreach.api;

import dev.outreach.platforms.Effort;
import dev.outreach.schemas.DiscoveryRequested;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code DiscoveryEstimate} of the contract: what a request may cost, said before anything is
 * spent.
 *
 * @param callsAtMost null where only the platform knows how much it will show
 * @param callsNote how the figure is meant, or why there is none
 */
record DiscoveryEstimate(
    int peopleAtMost, @Nullable Integer callsAtMost, String callsNote, Quota quota) {

  private static final String NO_QUOTA =
      "Unknown: the platform tells what its rates leave only when it is called; where they are used"
          + " up the job waits.";

  private static final String REPEATS =
      "Calls repeated after a failure or a restart come on top; nothing has been called yet.";

  /**
   * What is known of the platform's quota; null is unknown.
   *
   * @param left by our own count; null where it is out of reach
   */
  record Quota(
      @Nullable String name,
      @Nullable Integer limit,
      @Nullable Integer needed,
      @Nullable Integer left,
      String note) {

    private static Quota of(Optional<Effort.Allowance> allowance) {
      return allowance
          .map(
              known ->
                  new Quota(
                      known.name(),
                      known.limit(),
                      known.needed().isPresent() ? known.needed().getAsInt() : null,
                      known.left().isPresent() ? known.left().getAsInt() : null,
                      note(known)))
          .orElseGet(() -> new Quota(null, null, null, null, NO_QUOTA));
    }

    private static String note(Effort.Allowance known) {
      int left = known.left().orElse(known.limit());
      boolean waits = left == 0 || known.needed().orElse(0) > left;
      return (known.left().isPresent()
              ? "By our own count of what our account has used."
              : "How much is left is unknown: our own count is out of reach.")
          + (waits ? " The job will have to wait, says for what, and goes on by itself." : "");
    }
  }

  static DiscoveryEstimate of(DiscoveryRequested request, boolean searches, Effort effort) {
    int handles = request.getHandles().size();
    OptionalInt calls = calls(handles, searches, effort);
    return new DiscoveryEstimate(
        Math.min(request.getMaxProfiles(), people(handles, searches, effort)),
        calls.isPresent() ? calls.getAsInt() : null,
        calls.isPresent() ? REPEATS : unknown(handles, effort),
        Quota.of(searches ? effort.search().allowance() : Optional.empty()));
  }

  private static int people(int handles, boolean searches, Effort effort) {
    if (!searches) {
      return handles;
    }
    OptionalInt found = effort.search().people();
    return found.isPresent() ? handles + found.getAsInt() : Integer.MAX_VALUE;
  }

  private static OptionalInt calls(int handles, boolean searches, Effort effort) {
    OptionalInt search = searches ? effort.search().calls() : OptionalInt.of(0);
    OptionalInt lookup = handles == 0 ? OptionalInt.of(0) : effort.callsPerLookup();
    return search.isPresent() && lookup.isPresent()
        ? OptionalInt.of(search.getAsInt() + handles * lookup.getAsInt())
        : OptionalInt.empty();
  }

  private static String unknown(int handles, Effort effort) {
    String lookup =
        effort.callsPerLookup().isPresent()
            ? "each lookup takes %d at most, %d handles are given, "
                .formatted(effort.callsPerLookup().getAsInt(), handles)
            : "";
    return "Unknown: "
        + lookup
        + "and only the platform knows how many pages a search has and whether their people can be shown. "
        + REPEATS;
  }
}
