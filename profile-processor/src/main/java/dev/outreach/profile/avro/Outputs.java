package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Answer;
import dev.outreach.profile.domain.Change;
import dev.outreach.profile.domain.Decision;
import dev.outreach.profile.domain.Envelope;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.Instruction;
import dev.outreach.profile.domain.Policy;
import dev.outreach.profile.domain.Transition;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.CommandAccepted;
import dev.outreach.schemas.CommandRejected;
import dev.outreach.schemas.CommandResult;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.identity.DerivedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All records that follow from one input. Their ids follow from profile and version, so that a
 * repeated transaction writes the same records.
 */
public record Outputs(
    List<ProfileEvent> events,
    List<DraftTask> draftTasks,
    List<SendTask> sendTasks,
    List<RefusedPerson> refusedPeople,
    Optional<CommandResult> result,
    Optional<DiscoveryResult> finding) {

  public Outputs {
    events = List.copyOf(events);
    draftTasks = List.copyOf(draftTasks);
    sendTasks = List.copyOf(sendTasks);
    refusedPeople = List.copyOf(refusedPeople);
  }

  /** The records of a transition that the input caused. */
  public static Outputs of(Transition transition, Input cause, Policy policy) {
    Envelope input = cause.envelope();
    List<ProfileEvent> events = new ArrayList<>();
    List<DraftTask> draftTasks = new ArrayList<>();
    List<SendTask> sendTasks = new ArrayList<>();
    List<RefusedPerson> refusedPeople = new ArrayList<>();
    for (Change change : transition.changes()) {
      ProfileEvent event = event(change, input, policy);
      events.add(event);
      ForDiscovery.refusal(change.event(), event).ifPresent(refusedPeople::add);
      for (Instruction instruction : change.instructions()) {
        switch (instruction) {
          case Instruction.WriteDraft write ->
              draftTasks.add(Tasks.draft(write, change.after(), event));
          case Instruction.Send send -> sendTasks.add(Tasks.order(send, change.after(), event));
          case Instruction.Cancel cancel -> sendTasks.add(Tasks.cancel(cancel, event));
          case Instruction.Resolve resolve -> sendTasks.add(Tasks.resolve(resolve, event));
          case Instruction.Stop stop -> sendTasks.add(Tasks.stop(stop, change.after(), event));
        }
      }
    }
    return new Outputs(
        events,
        draftTasks,
        sendTasks,
        refusedPeople,
        Optional.ofNullable(transition.answer()).map(answer -> result(answer, input)),
        Optional.ofNullable(transition.finding())
            .flatMap(finding -> ForDiscovery.told(finding, cause)));
  }

  private static ProfileEvent event(Change change, Envelope input, Policy policy) {
    long version = change.after().version();
    return ProfileEvent.newBuilder()
        .setId(DerivedId.of("event", input.profileId(), Long.toString(version)))
        .setWorkspaceId(input.workspaceId())
        .setProfileId(input.profileId())
        .setOccurredAt(input.occurredAt())
        .setCausationId(input.id())
        .setCorrelationId(input.correlationId())
        .setActor(
            new Actor(SameName.in(ActorKind.class, input.actor().kind()), input.actor().name()))
        .setVersion(version)
        .setEvent(Events.write(change.event()))
        .setAfter(Summaries.write(change.after(), change.touched(), policy))
        .build();
  }

  private static CommandResult result(Answer answer, Envelope input) {
    Decision.Rejected rejected = answer.rejected();
    Object outcome =
        rejected == null
            ? new CommandAccepted(answer.version())
            : new CommandRejected(rejected.code().name(), rejected.reason());
    return new CommandResult(
        answer.commandId(),
        input.workspaceId(),
        input.profileId(),
        input.occurredAt(),
        input.correlationId(),
        outcome);
  }
}
