package dev.outreach.platforms;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What finding people may cost, as far as it is known before the first call. Calls repeated after a
 * failure or a restart come on top.
 *
 * @param callsPerLookup at most, for one handle
 * @param search what a search may cost
 */
public record Effort(OptionalInt callsPerLookup, Search search) {

  /**
   * What a search may cost; each figure is empty where only the platform knows how much it will
   * show.
   *
   * @param calls at most, lookups of what the search finds included
   * @param people at most
   * @param allowance the scarce allowance it draws from; empty where none is known
   */
  public record Search(OptionalInt calls, OptionalInt people, Optional<Allowance> allowance) {

    /** Only the platform knows. */
    public static Search unknown() {
      return new Search(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }
  }

  /**
   * A limit of the platform's own beside its rates.
   *
   * @param name in words for an operator
   * @param limit how much it is when nothing is used
   * @param needed how much this search uses at most; empty where only the platform knows
   * @param left how much our own count leaves; empty where nothing is counted
   */
  public record Allowance(String name, int limit, OptionalInt needed, OptionalInt left) {}

  /** Nothing is known. */
  public static Effort unknown() {
    return new Effort(OptionalInt.empty(), Search.unknown());
  }

  /** The same with the allowance that a search draws from. */
  public Effort drawing(Optional<Allowance> allowance) {
    return new Effort(callsPerLookup, new Search(search.calls, search.people, allowance));
  }

  /** Lookups are known, and a search goes on for as long as the platform shows more. */
  public static Effort lookups(int callsPerLookup) {
    return new Effort(OptionalInt.of(callsPerLookup), Search.unknown());
  }
}
