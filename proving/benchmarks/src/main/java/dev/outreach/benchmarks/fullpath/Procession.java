package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.people.Feed;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.people.Funnel.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/**
 * People who go through the funnel in groups, one after the other: while a group is found, another
 * one is reviewed and others get their drafts, so that every part of the product has something of
 * everything to do all the time. A group takes its next step once profile-processor is done with
 * the one before: no command overtakes what it is about.
 */
final class Procession {

  private static final int MOST_IN_A_GROUP = 10_000;
  private static final int LEAST_GROUPS = 10;

  /** A group rests for one round between two steps, so that nobody waits for the last of it. */
  private static final int ROUNDS_BETWEEN_STEPS = 2;

  /** So many rounds may be published and not yet counted: more would only lie in the broker. */
  private static final int MOST_ROUNDS_AHEAD = 3;

  private final Feed feed;
  private final Handled handled;
  private final Tables tables;
  private final Clock clock;

  Procession(Feed feed, Handled handled, Tables tables, Clock clock) {
    this.feed = feed;
    this.handled = handled;
    this.tables = tables;
    this.clock = clock;
  }

  /** Returns when everything these people, by their numbers, have caused is counted. */
  void run(int from, int to) throws InterruptedException, ExecutionException {
    int group = Math.clamp((to - from) / LEAST_GROUPS, 1, MOST_IN_A_GROUP);
    int groups = Math.ceilDiv(to - from, group);
    int rounds = groups + ROUNDS_BETWEEN_STEPS * (Step.values().length - 1);
    List<Map<TopicPartition, Long>> ends = new ArrayList<>();
    List<Long> events = new ArrayList<>();
    long published = Funnel.events(from);
    for (int round = 0; round < rounds; round++) {
      if (round >= ROUNDS_BETWEEN_STEPS) {
        handled.await(ends.get(round - ROUNDS_BETWEEN_STEPS));
      }
      if (round >= MOST_ROUNDS_AHEAD) {
        tables.await(events.get(round - MOST_ROUNDS_AHEAD));
      }
      int number = round;
      for (Step step : Step.values()) {
        if (number >= 0 && number < groups) {
          int first = from + number * group;
          int last = Math.min(to, first + group);
          feed.all(step, first, last, clock.instant());
          published += step.takenBy(last) - step.takenBy(first);
        }
        number -= ROUNDS_BETWEEN_STEPS;
      }
      ends.add(handled.ends());
      events.add(published);
    }
    tables.await(published);
  }
}
