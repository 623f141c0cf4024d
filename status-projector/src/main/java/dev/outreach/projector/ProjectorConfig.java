package dev.outreach.projector;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.net.URI;
import java.time.Duration;

/**
 * What the projector has to know.
 *
 * @param kafka how to reach the log
 * @param registry where schemas are kept
 * @param topics the catalogue
 * @param followUpAfter how long a person may leave a message unanswered before a follow-up is due;
 *     at least a second
 * @param batchSize most records of one transaction, 1 to 100000
 * @param instance names this process beside others, for an operator's eyes
 */
public record ProjectorConfig(
    KafkaSettings kafka,
    URI registry,
    Topics topics,
    Duration followUpAfter,
    int batchSize,
    String instance) {

  private static final String FOLLOWUP_AFTER = "OUTREACH_FOLLOWUP_AFTER";
  private static final int LARGEST_BATCH = 100_000;

  public ProjectorConfig {
    if (followUpAfter.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidSetting(FOLLOWUP_AFTER, "is below a second: use for example 3d");
    }
    if (batchSize < 1 || batchSize > LARGEST_BATCH) {
      throw new InvalidSetting(
          "OUTREACH_PROJECTOR_BATCH",
          "is " + batchSize + ": use a number from 1 to " + LARGEST_BATCH);
    }
  }

  /**
   * Reads {@code OUTREACH_FOLLOWUP_AFTER} (default 3d), {@code OUTREACH_PROJECTOR_BATCH} (default
   * 4000), {@code OUTREACH_REGISTRY_URL}, {@code OUTREACH_INSTANCE} and Kafka's settings.
   */
  public static ProjectorConfig of(Settings settings, Topics topics) {
    return new ProjectorConfig(
        KafkaSettings.of(settings),
        settings.address("OUTREACH_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7"),
        topics,
        settings.duration(FOLLOWUP_AFTER, Duration.ofDays(3)),
        settings.integer("OUTREACH_PROJECTOR_BATCH", 4_000, 1, LARGEST_BATCH),
        settings.text("OUTREACH_INSTANCE", "local"));
  }
}
