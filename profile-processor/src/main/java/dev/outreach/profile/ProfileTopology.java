package dev.outreach.profile;

import dev.outreach.profile.avro.Inputs;
import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import org.apache.kafka.streams.Topology;

/**
 * The whole flow: four inputs are read, each advances its profile in the store, and what follows
 * goes to six outputs. These inputs are keyed by profile and have the same number of partitions, so
 * that one task sees all of a person. A fifth input, in every partition, changes the rules, and
 * advances all the profiles of a task whom that concerns.
 */
public final class ProfileTopology {

  /** People; its changelog is {@code <application id>-profiles-changelog}. */
  static final String STORE = "profiles";

  static final String EVENTS = "profile-events";
  static final String COMMAND_RESULTS = "command-results";
  static final String DRAFT_TASKS = "draft-tasks";
  static final String SEND_TASKS = "send-tasks";
  static final String DISCOVERY_RESULTS = "discovery-results";
  static final String REFUSED_PEOPLE = "refused-people";

  private static final String CHANGE = "change-policy";
  private static final String ADVANCE = "advance-profile";
  private static final ReadRecord.Key<PolicyChanged> POLICY =
      new ReadRecord.Key<>('"' + Topics.POLICY + '"', _ -> Topics.POLICY);

  private ProfileTopology() {}

  /** The topology; a pure function of its arguments. */
  public static Topology of(Topics topics, EventSerdes serdes, Policy policy) {
    Flow flow = new Flow(serdes);
    EarlyCommit early = new EarlyCommit();
    flow.from("discovered-profiles", topics.discoveredProfiles())
        .read(ProfileDiscovered.class, Inputs::discovered);
    flow.from("profile-commands", topics.profileCommands())
        .read(ProfileCommand.class, Inputs::commanded);
    flow.from("draft-results", topics.draftResults())
        .read(DraftResult.class, Inputs::draftAnswered);
    flow.from("send-results", topics.sendResults()).read(SendResult.class, Inputs::sendAnswered);
    flow.from("policy-changes", topics.policyChanges())
        .read(
            () -> new ReadRecord<>(PolicyChanged.class, Inputs::checked, POLICY),
            CHANGE,
            () -> new ChangePolicy(policy));
    flow.advance(ADVANCE, () -> new AdvanceProfile(policy, early));
    flow.keepPeople(STORE, CHANGE, ADVANCE);
    flow.keepPolicy(PolicyStore.NAME, CHANGE, ADVANCE);
    flow.to(EVENTS, topics.profileEvents());
    flow.to(COMMAND_RESULTS, topics.commandResults());
    flow.to(DRAFT_TASKS, topics.draftTasks());
    flow.to(SEND_TASKS, topics.sendTasks());
    flow.to(DISCOVERY_RESULTS, topics.discoveryResults());
    flow.to(REFUSED_PEOPLE, topics.refusedPeople());
    return flow.topology();
  }
}
