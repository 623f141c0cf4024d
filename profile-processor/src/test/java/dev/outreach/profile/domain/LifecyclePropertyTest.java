package dev.outreach.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random lives; {@code -Dseed=…} repeats a run. */
class LifecyclePropertyTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int HISTORIES = 10_000;
  private static final int LONGEST = 40;

  private final Set<Class<?>> events = new HashSet<>();
  private final Set<RejectionCode> refusals = EnumSet.noneOf(RejectionCode.class);
  private final Set<OutreachStatus> reached = EnumSet.noneOf(OutreachStatus.class);

  @Test
  void shouldKeepEveryRuleInEveryHistory() {
    for (int i = 0; i < HISTORIES; i++) {
      live(SEED + i);
    }

    assertThat(events).as("seed %d", SEED).isEqualTo(allEvents());
    assertThat(refusals).as("seed %d", SEED).containsExactlyInAnyOrder(RejectionCode.values());
    assertThat(reached).as("seed %d", SEED).containsExactlyInAnyOrder(OutreachStatus.values());
  }

  private void live(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Policy policy = new Policy(random.nextInt(4), Map.of(), Duration.ofDays(7));
    RandomInputs inputs = new RandomInputs(random);
    LifecycleRules rules = new LifecycleRules();
    boolean heard = true;
    Profile profile = Profile.UNKNOWN;
    int steps = random.nextInt(5, LONGEST);
    try {
      for (int step = 0; step < steps; step++) {
        if (random.nextInt(20) == 0) {
          policy = policy.allowing(random.nextInt(4));
          heard = false;
        }
        boolean hears = !heard && random.nextBoolean();
        heard |= hears;
        Input input =
            hears ? inputs.policyChanged(rules.leftAsTold()) : inputs.next(profile.state());
        Transition transition = Lifecycle.advance(profile, input, policy);
        rules.check(profile, input, transition, policy);
        note(transition);
        profile = transition.after();
      }
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("broken in the history of -Dseed=" + seed, broken);
    }
  }

  private void note(Transition transition) {
    for (Change change : transition.changes()) {
      events.add(change.event().getClass());
      reached.add(change.after().outreach());
    }
    Answer answer = transition.answer();
    if (answer != null && answer.rejected() != null) {
      refusals.add(answer.rejected().code());
    }
  }

  private static Set<Class<?>> allEvents() {
    return Stream.of(ProfileEvent.class.getPermittedSubclasses()).collect(Collectors.toSet());
  }
}
