package dev.outreach.benchmarks.people;

import dev.outreach.profile.avro.Inputs;
import dev.outreach.profile.avro.Outputs;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.Lifecycle;
import dev.outreach.profile.domain.Policy;
import dev.outreach.profile.domain.Profile;
import dev.outreach.profile.domain.Transition;
import dev.outreach.schemas.ProfileEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The very events the profile-processor emits for the people of a funnel, made by its own rules
 * without its process. Stateless.
 *
 * @param steps how many steps of the funnel are taken, 1 to 4
 */
public record Histories(Funnel funnel, int steps) {

  private static final Duration BETWEEN_STEPS = Duration.ofMinutes(1);

  /** How many events so many people have. */
  public long events(long people) {
    return taken().stream().mapToLong(step -> step.takenBy(people)).sum();
  }

  /** Everything that has happened to one person. */
  public List<ProfileEvent> of(int person, Instant begun) {
    List<ProfileEvent> events = new ArrayList<>();
    Profile state = Profile.UNKNOWN;
    Instant at = begun;
    for (Funnel.Step step : taken()) {
      if (step.isTakenBy(person)) {
        Input input = input(step, person, at);
        Transition transition = Lifecycle.advance(state, input, Policy.STANDARD);
        events.addAll(Outputs.of(transition, input, Policy.STANDARD).events());
        state = transition.after();
        at = at.plus(BETWEEN_STEPS);
      }
    }
    return events;
  }

  private List<Funnel.Step> taken() {
    return List.of(Funnel.Step.values()).subList(0, steps);
  }

  private Input input(Funnel.Step step, int person, Instant at) {
    return switch (step) {
      case FOUND -> Inputs.discovered(funnel.found(person, at));
      case REVIEWED -> Inputs.commanded(funnel.reviewed(person, at));
      case DRAFT_WANTED -> Inputs.commanded(funnel.draftWanted(person, at));
      case DRAFTED -> Inputs.draftAnswered(funnel.drafted(person, at));
    };
  }
}
