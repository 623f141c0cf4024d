package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What a {@link SlowTaskConsumer} works on, and how much at a time.
 *
 * @param name of the app, in threads, health and metrics
 * @param topics where the records come from
 * @param maxInFlight calls running at a time, 1 to 10 000
 * @param commitInterval time between two transactions: what a result waits for at most, 10 ms to 10
 *     s
 * @param finishWithin how long {@code close} waits for running calls, at most 5 s
 * @param deadLetters makes the record of what cannot be worked on
 * @param clock tells the age of the oldest record in flight
 */
public record SlowTaskSettings(
    String name,
    Collection<String> topics,
    int maxInFlight,
    Duration commitInterval,
    Duration finishWithin,
    DeadLetters deadLetters,
    Clock clock) {

  /** Calls running at a time where nothing else is configured. */
  public static final int DEFAULT_IN_FLIGHT = 256;

  /** What {@code max.poll.records} of the consumer has to be: small polls keep all slots busy. */
  public static final int RECORDS_PER_POLL = 50;

  /** Refuses what cannot work. */
  public SlowTaskSettings {
    topics = List.copyOf(topics);
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("topics is empty: name at least one");
    }
    if (maxInFlight < 1 || maxInFlight > 10_000) {
      throw new IllegalArgumentException(
          "maxInFlight is " + maxInFlight + ": use a number from 1 to 10000");
    }
    if (commitInterval.toMillis() < 10 || commitInterval.toSeconds() > 10) {
      throw new IllegalArgumentException(
          "commitInterval is " + commitInterval + ": use 10 ms to 10 s");
    }
    if (finishWithin.isNegative() || finishWithin.toSeconds() > 5) {
      throw new IllegalArgumentException("finishWithin is " + finishWithin + ": use 0 to 5 s");
    }
  }

  /** The usual pace: 256 calls, a transaction every 100 ms, 2 s to finish. */
  public static SlowTaskSettings standard(
      String name, Collection<String> topics, DeadLetters deadLetters, Clock clock) {
    return new SlowTaskSettings(
        name,
        topics,
        DEFAULT_IN_FLIGHT,
        Duration.ofMillis(100),
        Duration.ofSeconds(2),
        deadLetters,
        clock);
  }

  /** The same with another number of calls at a time. */
  public SlowTaskSettings withInFlight(int calls) {
    return new SlowTaskSettings(
        name, topics, calls, commitInterval, finishWithin, deadLetters, clock);
  }

  /** Records kept in hand, so that a slot that falls free is filled without a poll. */
  int mostAccepted() {
    return maxInFlight + 2 * RECORDS_PER_POLL;
  }
}
