package dev.outreach.schemas.topics;

import static dev.outreach.schemas.topics.Topic.Compatibility.BACKWARD_TRANSITIVE;
import static dev.outreach.schemas.topics.Topic.Compatibility.FULL_TRANSITIVE;

import dev.outreach.schemas.CommandResult;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.JobCommand;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.ReplayDraft;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.SendTask;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every topic of the pipeline. Nobody else spells a topic name.
 *
 * @param discoveryRequests requests to find people
 * @param discoveryProgress what became of each request
 * @param jobCommands what somebody wants done with a request that is under way
 * @param discoveredProfiles people found
 * @param discoveryResults what each person found turned out to be
 * @param refusedPeople whom discovery must not pass on, and of whom nothing is drafted
 * @param profileCommands what somebody wants done with a person
 * @param policyChanges rules the operator changed, each in every partition
 * @param commandResults what became of each command
 * @param profileEvents what happened to each person: the source of truth
 * @param draftTasks drafts to be written
 * @param draftResults drafts written, or why not
 * @param sendTasks messages to be sent, or not to be sent any more
 * @param sendResults what became of each message
 * @param replays drafts for comparison only
 * @param prefix what every name begins with
 */
public record Topics(
    String prefix,
    Topic discoveryRequests,
    Topic discoveryProgress,
    Topic jobCommands,
    Topic discoveredProfiles,
    Topic discoveryResults,
    Topic refusedPeople,
    Topic profileCommands,
    Topic policyChanges,
    Topic commandResults,
    Topic profileEvents,
    Topic draftTasks,
    Topic draftResults,
    Topic sendTasks,
    Topic sendResults,
    Topic replays) {

  /** The prefix where nothing else is configured. */
  public static final String DEFAULT_PREFIX = "social.";

  /** The number of partitions where nothing else is configured. */
  public static final int DEFAULT_PARTITIONS = 12;

  /** More are refused: each has files of its own, and a transaction ends in every one. */
  public static final int MOST_PARTITIONS = 1_000;

  public static final String DISCOVERY_PRODUCER = "discovery-producer";
  public static final String PROFILE_PROCESSOR = "profile-processor";
  public static final String DRAFTING_PROCESSOR = "drafting-processor";
  public static final String SENDING_CONSUMER = "sending-consumer";
  public static final String STATUS_PROJECTOR = "status-projector";
  public static final String PIPELINE_API = "pipeline-api";

  /** The key of every change of the policy. */
  public static final String POLICY = "policy";

  private static final String UPSTREAM = "upstream systems";
  private static final String ANYONE = "anyone";
  private static final String PROFILE_ID = "profileId";
  private static final String JOB_ID = "jobId";

  /** The catalogue with the default prefix and number of partitions. */
  public static Topics standard() {
    return with(DEFAULT_PREFIX, DEFAULT_PARTITIONS);
  }

  /**
   * The catalogue.
   *
   * @param prefix what every name begins with, for example {@code social.}
   * @param partitions 1 to 1000, the same for every topic, so that a person's records of all topics
   *     meet in one task
   */
  public static Topics with(String prefix, int partitions) {
    Catalogue in = new Catalogue(prefix, partitions);
    return new Topics(
        prefix,
        in.topic("discovery-requests", JOB_ID, DiscoveryRequested.getClassSchema())
            .kept(Duration.ofDays(30), FULL_TRANSITIVE)
            .flows(List.of(UPSTREAM, DISCOVERY_PRODUCER, PIPELINE_API), DISCOVERY_PRODUCER),
        in.topic("discovery-progress", JOB_ID, DiscoveryProgress.getClassSchema())
            .kept(Duration.ofDays(30), BACKWARD_TRANSITIVE)
            .flows(List.of(DISCOVERY_PRODUCER), STATUS_PROJECTOR),
        in.topic("job-commands", JOB_ID, JobCommand.getClassSchema())
            .kept(Duration.ofDays(30), BACKWARD_TRANSITIVE)
            .flows(List.of(PIPELINE_API), DISCOVERY_PRODUCER),
        in.topic("discovered-profiles", PROFILE_ID, ProfileDiscovered.getClassSchema())
            .kept(Duration.ofDays(30), FULL_TRANSITIVE)
            .flows(List.of(DISCOVERY_PRODUCER), PROFILE_PROCESSOR),
        in.topic("discovery-results", PROFILE_ID, DiscoveryResult.getClassSchema())
            .kept(Duration.ofDays(30), BACKWARD_TRANSITIVE)
            .flows(List.of(PROFILE_PROCESSOR), STATUS_PROJECTOR),
        in.topic("refused-people", "profileId/origin", RefusedPerson.getClassSchema())
            .keptForEver(BACKWARD_TRANSITIVE)
            .flows(
                List.of(PROFILE_PROCESSOR, PIPELINE_API), DISCOVERY_PRODUCER, DRAFTING_PROCESSOR),
        in.topic("profile-commands", PROFILE_ID, ProfileCommand.getClassSchema())
            .kept(Duration.ofDays(30), BACKWARD_TRANSITIVE)
            .flows(List.of(PIPELINE_API), PROFILE_PROCESSOR),
        in.topic("policy-changes", "\"" + POLICY + "\"", PolicyChanged.getClassSchema())
            .kept(Duration.ofDays(30), BACKWARD_TRANSITIVE)
            .flows(List.of(PIPELINE_API), PROFILE_PROCESSOR),
        in.topic("command-results", "commandId", CommandResult.getClassSchema())
            .kept(Duration.ofDays(1), BACKWARD_TRANSITIVE)
            .flows(List.of(PROFILE_PROCESSOR), PIPELINE_API),
        in.topic("profile-events", PROFILE_ID, ProfileEvent.getClassSchema())
            .keptForEver(BACKWARD_TRANSITIVE)
            .flows(List.of(PROFILE_PROCESSOR), STATUS_PROJECTOR, ANYONE),
        in.topic("draft-tasks", PROFILE_ID, DraftTask.getClassSchema())
            .kept(Duration.ofDays(90), FULL_TRANSITIVE)
            .flows(List.of(PROFILE_PROCESSOR, DRAFTING_PROCESSOR), DRAFTING_PROCESSOR),
        in.topic("draft-results", PROFILE_ID, DraftResult.getClassSchema())
            .kept(Duration.ofDays(30), BACKWARD_TRANSITIVE)
            .flows(List.of(DRAFTING_PROCESSOR), PROFILE_PROCESSOR),
        in.topic("send-tasks", PROFILE_ID, SendTask.getClassSchema())
            .kept(Duration.ofDays(90), BACKWARD_TRANSITIVE)
            .flows(List.of(PROFILE_PROCESSOR), SENDING_CONSUMER),
        in.topic("send-results", PROFILE_ID, SendResult.getClassSchema())
            .kept(Duration.ofDays(90), BACKWARD_TRANSITIVE)
            .flows(List.of(SENDING_CONSUMER), PROFILE_PROCESSOR),
        in.topic("replays", "replayId", ReplayDraft.getClassSchema())
            .kept(Duration.ofDays(90), BACKWARD_TRANSITIVE)
            .flows(List.of(DRAFTING_PROCESSOR), STATUS_PROJECTOR));
  }

  /** Where the app puts records it cannot read or process: original bytes, reason in headers. */
  public Topic deadLettersOf(String app) {
    return new Topic(
        prefix + "dead-letters." + app,
        "as in the source topic",
        null,
        1,
        Duration.ofDays(30),
        BACKWARD_TRANSITIVE,
        List.of(app),
        List.of("operators"));
  }

  /** The topics that carry our records, in the order data flows. */
  public List<Topic> events() {
    return List.of(
        discoveryRequests,
        discoveryProgress,
        jobCommands,
        discoveredProfiles,
        discoveryResults,
        refusedPeople,
        profileCommands,
        policyChanges,
        commandResults,
        profileEvents,
        draftTasks,
        draftResults,
        sendTasks,
        sendResults,
        replays);
  }

  /** Every topic there must be, dead letters included. */
  public List<Topic> all() {
    Stream<Topic> deadLetters =
        Stream.of(
                DISCOVERY_PRODUCER,
                PROFILE_PROCESSOR,
                DRAFTING_PROCESSOR,
                SENDING_CONSUMER,
                STATUS_PROJECTOR,
                PIPELINE_API)
            .map(this::deadLettersOf);
    return Stream.concat(events().stream(), deadLetters).toList();
  }
}
