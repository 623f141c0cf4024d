package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Actor;
import dev.outreach.profile.domain.Envelope;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.JobPage;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.topics.Topics;

/** Reads the records of the four input topics. */
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
            new Actor(
                SameName.in(Actor.Kind.class, command.getActor().getKind()),
                command.getActor().getName())),
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

  private static Actor component(String name) {
    return new Actor(Actor.Kind.SYSTEM, name);
  }
}
