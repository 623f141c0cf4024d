package dev.outreach.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The faults still to come. The first rule that matches and whose chance comes up wins.
 * Thread-safe.
 */
public final class FaultPlan {

  private final List<Remaining> rules = new ArrayList<>();
  private final RandomGenerator random;

  public FaultPlan(RandomGenerator random) {
    this.random = random;
  }

  public synchronized void add(FaultRule rule) {
    rules.add(new Remaining(rule, rule.times()));
  }

  public synchronized void clear() {
    rules.clear();
  }

  public synchronized List<Remaining> remaining() {
    return List.copyOf(rules);
  }

  /** Takes the fault ordered for this request, if any. */
  public synchronized Optional<FaultRule> take(String platform, String operation) {
    for (int index = 0; index < rules.size(); index++) {
      Remaining candidate = rules.get(index);
      if (candidate.rule().matches(platform, operation)
          && random.nextDouble() < candidate.rule().probability()) {
        useUp(index, candidate);
        return Optional.of(candidate.rule());
      }
    }
    return Optional.empty();
  }

  private void useUp(int index, Remaining used) {
    if (used.left() == 1) {
      rules.remove(index);
      return;
    }
    rules.set(index, new Remaining(used.rule(), used.left() - 1));
  }

  /** A rule and how often it may still strike. */
  public record Remaining(FaultRule rule, int left) {}
}
