package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Actor;
import dev.outreach.profile.domain.Envelope;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.JobPage;
import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.StoredProfile;
import dev.outreach.schemas.topics.Topics;

/** Reads the records of the input topics. */
public final class Inputs {

  private Inputs() {}

  /** A person was found. */
  public static Input discovered(ProfileDiscovered found) {
    return new Input.Discovered(
        new Envelope(
            found.getId(),
            found.getWorkspaceId(),
            found.getProfileId(),
            found.getOccurredAt(),
            found.getCorrelationId(),
            component(Topics.DISCOVERY_PRODUCER)),
        new JobPage(found.getJobId(), found.getPage()),
        People.read(found.getProfile()));
  }

  /** Somebody wants something done. */
  public static Input commanded(ProfileCommand command) {
    return new Input.Commanded(
        new Envelope(
            command.getId(),
            command.getWorkspaceId(),
            command.getProfileId(),
            command.getOccurredAt(),
            command.getCorrelationId(),
            actor(command.getActor())),
        Commands.read(command.getCommand()));
  }

  /** The drafting side answers. */
  public static Input draftAnswered(DraftResult result) {
    return new Input.DraftAnswered(
        new Envelope(
            result.getId(),
            result.getWorkspaceId(),
            result.getProfileId(),
            result.getOccurredAt(),
            result.getCorrelationId(),
            component(Topics.DRAFTING_PROCESSOR)),
        result.getTaskId(),
        Results.draft(result));
  }

  /** The sender answers. */
  public static Input sendAnswered(SendResult result) {
    return new Input.SendAnswered(
        new Envelope(
            result.getId(),
            result.getWorkspaceId(),
            result.getProfileId(),
            result.getOccurredAt(),
            result.getCorrelationId(),
            component(Topics.SENDING_CONSUMER)),
        result.getMessageId(),
        result.getOrderId().orElse(null),
        Results.send(result));
  }

  /** A change of the rules as it is, where such rules can be. */
  public static PolicyChanged checked(PolicyChanged change) {
    int followUps = change.getFollowUps();
    if (followUps < 0 || followUps > Policy.MOST_FOLLOW_UPS) {
      throw new UnreadableRecord(
          "followUps is " + followUps + ": use 0 to " + Policy.MOST_FOLLOW_UPS);
    }
    return change;
  }

  /** The operator changed the rules, as it concerns one person. */
  public static Input policyChanged(PolicyChanged change, StoredProfile person) {
    return new Input.PolicyChanged(
        new Envelope(
            change.getId(),
            person.getWorkspaceId(),
            person.getProfileId(),
            change.getOccurredAt(),
            change.getCorrelationId(),
            actor(change.getActor())),
        person.getSummary().getFollowUpsLeft());
  }

  private static Actor actor(dev.outreach.schemas.Actor actor) {
    return new Actor(SameName.in(Actor.Kind.class, actor.getKind()), actor.getName());
  }

  private static Actor component(String name) {
    return new Actor(Actor.Kind.SYSTEM, name);
  }
}
