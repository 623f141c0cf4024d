package dev.outreach.profile;

import dev.outreach.profile.domain.Platform;
import dev.outreach.profile.domain.Policy;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How this app is set up.
 *
 * @param applicationId names group, transactions and the changelog of the store
 * @param stateDirectory where the local copy of the state is kept; may be lost at any time
 * @param commitInterval how often a transaction ends while there is a backlog, 10 ms to 10 s;
 *     without one it ends sooner
 * @param policy the rules an operator may set
 */
public record ProfileSettings(
    String applicationId, Path stateDirectory, Duration commitInterval, Policy policy) {

  private static final String COMMIT_INTERVAL = "OUTREACH_PROFILE_COMMIT_INTERVAL";
  private static final String APPROVAL_LIFETIME = "OUTREACH_APPROVAL_LIFETIME";
  private static final Duration SHORTEST_COMMIT = Duration.ofMillis(10);
  private static final Duration LONGEST_COMMIT = Duration.ofSeconds(10);

  public ProfileSettings {
    if (commitInterval.compareTo(SHORTEST_COMMIT) < 0
        || commitInterval.compareTo(LONGEST_COMMIT) > 0) {
      throw new InvalidSetting(
          COMMIT_INTERVAL, "is " + commitInterval + ": use a length of time from 10ms to 10s");
    }
  }

  /**
   * Reads {@code OUTREACH_PROFILE_APPLICATION_ID}, {@code OUTREACH_STATE_DIR}, {@code
   * OUTREACH_PROFILE_COMMIT_INTERVAL}, {@code OUTREACH_FOLLOW_UPS}, {@code
   * OUTREACH_APPROVAL_LIFETIME} and {@code OUTREACH_ACCOUNT_<PLATFORM>}.
   *
   * @throws InvalidSetting where one of them cannot be
   */
  public static ProfileSettings of(Settings settings) {
    return new ProfileSettings(
        settings.text("OUTREACH_PROFILE_APPLICATION_ID", "outreach-profile-processor"),
        Path.of(settings.text("OUTREACH_STATE_DIR", ".outreach/streams")),
        settings.duration(COMMIT_INTERVAL, Duration.ofMillis(100)),
        policy(settings));
  }

  /** The settings of Kafka Streams. */
  Map<String, Object> streams(KafkaSettings kafka, Topics topics) {
    String deadLetters = topics.deadLettersOf(Topics.PROFILE_PROCESSOR).name();
    Map<String, Object> streams =
        new HashMap<>(kafka.streams(applicationId, stateDirectory, deadLetters));
    streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    // A thread that waits longer for records does not see that the end of a transaction is owed.
    streams.put(StreamsConfig.POLL_MS_CONFIG, EarlyCommit.APART.toMillis());
    streams.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        PutAsideUnlessRegistryIsAway.class);
    streams.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UndoUnlessRegistryAnswers.class);
    streams.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, FiltersForStrangers.class);
    return streams;
  }

  private static Policy policy(Settings settings) {
    Duration lifetime = settings.duration(APPROVAL_LIFETIME, Policy.STANDARD.approvalLifetime());
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new InvalidSetting(
          APPROVAL_LIFETIME, "is " + lifetime + ": use a positive length of time such as 7d");
    }
    int followUps =
        settings.integer(
            "OUTREACH_FOLLOW_UPS", Policy.STANDARD.followUps(), 0, Policy.MOST_FOLLOW_UPS);
    return new Policy(followUps, accounts(settings), lifetime);
  }

  private static Map<Platform, String> accounts(Settings settings) {
    Map<Platform, String> accounts = new EnumMap<>(Platform.class);
    for (Platform platform : Platform.values()) {
      if (platform != Platform.UNKNOWN) {
        settings
            .optionalText("OUTREACH_ACCOUNT_" + platform)
            .ifPresent(account -> accounts.put(platform, account));
      }
    }
    return accounts;
  }
}
