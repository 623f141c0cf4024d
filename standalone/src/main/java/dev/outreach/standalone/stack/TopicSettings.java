package dev.outreach.standalone.stack;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;

/** How topics are called and into how many partitions each is divided. */
public final class TopicSettings {

  private static final String PREFIX = "OUTREACH_TOPIC_PREFIX";
  private static final String PARTITIONS = "OUTREACH_TOPIC_PARTITIONS";

  private TopicSettings() {}

  /**
   * The catalogue by {@code OUTREACH_TOPIC_PREFIX} and {@code OUTREACH_TOPIC_PARTITIONS}. Topics
   * that exist keep the number they were made with; another one is refused when they are looked at.
   *
   * @throws InvalidSetting where one of them cannot be
   */
  public static Topics of(Settings settings) {
    String prefix = settings.text(PREFIX, Topics.DEFAULT_PREFIX);
    int partitions =
        settings.integer(PARTITIONS, Topics.DEFAULT_PARTITIONS, 1, Topics.MOST_PARTITIONS);
    try {
      return Topics.with(prefix, partitions);
    } catch (IllegalArgumentException _) {
      throw new InvalidSetting(
          PREFIX,
          "cannot begin a topic: use at most 100 of a-z, 0-9, dots, hyphens and underscores");
    }
  }

  /** The settings with the catalogue somebody else was set up with. */
  public static Settings with(Settings settings, String prefix, int partitions) {
    return settings.with(PREFIX, prefix).with(PARTITIONS, Integer.toString(partitions));
  }
}
