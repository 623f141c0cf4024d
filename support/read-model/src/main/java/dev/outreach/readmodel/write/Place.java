package dev.outreach.readmodel.write;

/**
 * One partition of one stream, as far as one generation is concerned.
 *
 * @param generation which tables; 0 for streams that are never rebuilt
 * @param stream {@link #PROFILE_EVENTS}, {@link #DISCOVERY_PROGRESS}, {@link #DISCOVERY_RESULTS} or
 *     {@link #REPLAYS}
 * @param partition Kafka's number of the partition
 */
public record Place(int generation, String stream, int partition) {

  /** The stream whose people are counted. */
  public static final String PROFILE_EVENTS = "profile-events";

  /** What becomes of discovery jobs. */
  public static final String DISCOVERY_PROGRESS = "discovery-progress";

  /** What people found turned out to be. */
  public static final String DISCOVERY_RESULTS = "discovery-results";

  /** Drafts for comparison. */
  public static final String REPLAYS = "replays";
}
