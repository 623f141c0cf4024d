package dev.outreach.standalone.stack;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.util.regex.Pattern;

/** How topics are called and into how many partitions each is divided. */
public final class TopicSettings {

  private static final String PREFIX = "OUTREACH_TOPIC_PREFIX";
  private static final String PARTITIONS = "OUTREACH_TOPIC_PARTITIONS";

  /** What Kafka takes in a name, short enough for the longest of ours and Kafka's 249 letters. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");

  private static final int MOST_PARTITIONS = 1_000;

  private TopicSettings() {}

  /**
   * The catalogue by {@code OUTREACH_TOPIC_PREFIX} and {@code OUTREACH_TOPIC_PARTITIONS}. Topics
   * that exist keep the number they were made with; another one is refused when they are looked at.
   *
   * @throws InvalidSetting where one of them cannot be
   */
  public static Topics of(Settings settings) {
    String prefix = settings.text(PREFIX, Topics.DEFAULT_PREFIX);
    if (!NAME.matcher(prefix).matches()) {
      throw new InvalidSetting(
          PREFIX,
          "cannot begin a topic: use 1 to 100 letters, digits, dots, lines and underscores");
    }
    return Topics.with(
        prefix, settings.integer(PARTITIONS, Topics.DEFAULT_PARTITIONS, 1, MOST_PARTITIONS));
  }

  /** The settings with the catalogue somebody else was set up with. */
  public static Settings with(Settings settings, String prefix, int partitions) {
    return settings.with(PREFIX, prefix).with(PARTITIONS, Integer.toString(partitions));
  }
}
