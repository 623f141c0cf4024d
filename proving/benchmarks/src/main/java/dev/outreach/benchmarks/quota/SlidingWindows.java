package dev.outreach.benchmarks.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Counts by itself, from arrivals alone; shares nothing with the product's limiter. */
final class SlidingWindows {

  private SlidingWindows() {}

  /** At most so many arrivals in any window of that length. */
  record Rule(int most, Duration within) {}

  /**
   * How many arrivals came although the window that ends with them was full.
   *
   * @param arrivals in any order
   */
  static int violations(List<Instant> arrivals, Rule rule) {
    List<Instant> sorted = arrivals.stream().sorted().toList();
    int violations = 0;
    for (int last = rule.most(); last < sorted.size(); last++) {
      Instant first = sorted.get(last - rule.most());
      if (Duration.between(first, sorted.get(last)).compareTo(rule.within()) < 0) {
        violations++;
      }
    }
    return violations;
  }

  /** The most that can arrive from one moment until before another, each as early as may be. */
  static int allowance(List<Rule> rules, Instant from, Instant until) {
    List<Instant> taken = new ArrayList<>();
    Instant next = from;
    while (next.isBefore(until)) {
      taken.add(next);
      for (Rule rule : rules) {
        int over = taken.size() - rule.most();
        Instant free = over < 0 ? next : taken.get(over).plus(rule.within());
        next = free.isAfter(next) ? free : next;
      }
    }
    return taken.size();
  }
}
