package dev.outreach.projector;

import dev.outreach.readmodel.Policy;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What the projector has to know.
 *
 * @param kafka how to reach the log
 * @param registry where schemas are kept
 * @param topics the catalogue
 * @param policy what holds from the beginning, until an operator changes it
 * @param auditEvery how long between the recounts of two partitions; at least a second
 * @param batchSize most records of one transaction, 1 to 100000
 * @param instance names this process beside others, for an operator's eyes
 */
public record ProjectorConfig(
    KafkaSettings kafka,
    URI registry,
    Topics topics,
    Policy policy,
    Duration auditEvery,
    int batchSize,
    String instance) {

  private static final String FOLLOWUP_AFTER = "OUTREACH_FOLLOWUP_AFTER";
  private static final String AUDIT_EVERY = "OUTREACH_AUDIT_EVERY";
  private static final String ZONE = "OUTREACH_ZONE";
  private static final int LARGEST_BATCH = 100_000;

  public ProjectorConfig {
    if (auditEvery.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidSetting(AUDIT_EVERY, "is below a second: use for example 1m");
    }
    if (batchSize < 1 || batchSize > LARGEST_BATCH) {
      throw new InvalidSetting(
          "OUTREACH_PROJECTOR_BATCH",
          "is " + batchSize + ": use a number from 1 to " + LARGEST_BATCH);
    }
  }

  /**
   * Reads {@code OUTREACH_FOLLOWUP_AFTER} (default 3d), {@code OUTREACH_ZONE} (default UTC), {@code
   * OUTREACH_AUDIT_EVERY} (default 1m), {@code OUTREACH_PROJECTOR_BATCH} (default 4000), {@code
   * OUTREACH_REGISTRY_URL}, {@code OUTREACH_INSTANCE} and Kafka's settings.
   */
  public static ProjectorConfig of(Settings settings, Topics topics) {
    return new ProjectorConfig(
        KafkaSettings.of(settings),
        settings.address("OUTREACH_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7"),
        topics,
        policy(settings),
        settings.duration(AUDIT_EVERY, Duration.ofMinutes(1)),
        settings.integer("OUTREACH_PROJECTOR_BATCH", 4_000, 1, LARGEST_BATCH),
        settings.text("OUTREACH_INSTANCE", "local"));
  }

  private static Policy policy(Settings settings) {
    Duration followUpAfter = settings.duration(FOLLOWUP_AFTER, Duration.ofDays(3));
    Policy.flaw(followUpAfter)
        .ifPresent(
            flaw -> {
              throw new InvalidSetting(FOLLOWUP_AFTER, flaw.problem() + ": " + flaw.fix());
            });
    try {
      return new Policy(followUpAfter, ZoneId.of(settings.text(ZONE, "UTC")));
    } catch (DateTimeException | IllegalArgumentException unknown) {
      throw new InvalidSetting(ZONE, "is no zone: use UTC or a region such as Europe/Berlin");
    }
  }
}
