package dev.outreach.profile.domain;

import dev.outreach.profile.domain.Input.Commanded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step in the life of a profile: decide, evolve, answer; the same command only once. */
public final class Lifecycle {

  private Lifecycle() {}

  /** All that follows from an input. */
  public static Transition advance(Profile profile, Input input, Policy policy) {
    if (input instanceof Commanded) {
      Optional<Answer> given = profile.answerTo(input.envelope().id());
      if (given.isPresent()) {
        return new Transition(profile, List.of(), given.get(), null);
      }
    }
    return switch (Decider.decide(profile.state(), input, policy)) {
      case Decision.Accepted(List<ProfileEvent> events) ->
          answered(profile, changes(profile.state(), events, policy), input, null);
      case Decision.Rejected rejected -> answered(profile, List.of(), input, rejected);
    };
  }

  private static Transition answered(
      Profile profile, List<Change> changes, Input input, Decision.@Nullable Rejected rejected) {
    ProfileState state = changes.isEmpty() ? profile.state() : changes.getLast().after();
    Profile after = new Profile(state, profile.answers());
    if (!(input instanceof Commanded)) {
      Finding finding =
          input instanceof Input.Discovered ? Finding.of(profile.state(), changes) : null;
      return new Transition(after, changes, null, finding);
    }
    Answer answer = new Answer(input.envelope().id(), state.version(), rejected);
    return new Transition(remembering(after, input, answer), changes, answer, null);
  }

  /** A stranger to the profile's workspace leaves no trace in it. */
  private static Profile remembering(Profile profile, Input input, Answer answer) {
    return profile.state() instanceof Known known
            && known.workspaceId().equals(input.envelope().workspaceId())
        ? profile.answering(answer)
        : profile;
  }

  private static List<Change> changes(
      ProfileState before, List<ProfileEvent> events, Policy policy) {
    List<Change> changes = new ArrayList<>();
    ProfileState state = before;
    for (ProfileEvent event : events) {
      Known after = Evolution.evolve(state, event);
      changes.add(change(state, event, after, policy));
      state = after;
    }
    if (!changes.isEmpty()) {
      ProfileState last = state;
      FollowUpRules.inLine(last, policy)
          .map(event -> change(last, event, Evolution.evolve(last, event), policy))
          .ifPresent(changes::add);
    }
    return changes;
  }

  private static Change change(
      ProfileState before, ProfileEvent event, Known after, Policy policy) {
    Message old = before instanceof Known known ? known.message() : null;
    Message now = after.message();
    List<Instruction> instructions =
        Stream.of(Instruction.following(event, after, policy), Instruction.stopping(old, now))
            .flatMap(Optional::stream)
            .toList();
    return new Change(event, after, Objects.equals(old, now) ? null : now, instructions);
  }
}
