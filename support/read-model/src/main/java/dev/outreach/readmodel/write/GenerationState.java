package dev.outreach.readmodel.write;

/**
 * One generation of the tables.
 *
 * @param number names its tables
 * @param state building, live or retired
 * @param projectionVersion which rules made its rows
 * @param counted false while it is still being filled without counts and indexes
 */
public record GenerationState(int number, String state, int projectionVersion, boolean counted) {

  /** Being filled; no reader sees it. */
  public static final String BUILDING = "building";

  /** What readers see. */
  public static final String LIVE = "live";

  /** What readers saw before. */
  public static final String RETIRED = "retired";
}
