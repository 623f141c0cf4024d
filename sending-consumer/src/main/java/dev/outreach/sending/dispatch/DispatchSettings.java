package dev.outreach.sending.dispatch;

import java.time.Duration;

/**
 * How the workers work.
 *
 * @param inFlight most calls at a time, 1 to 2000
 * @param callDeadline how long one call may take before it is broken off and in doubt
 * @param idle how long the dispatcher waits when nothing is due
 * @param settle how long a message in doubt is left alone before the platform is asked
 * @param keyWindow how long a platform honours a key after the first write
 * @param mostWrites how often one message is tried
 */
public record DispatchSettings(
    int inFlight,
    Duration callDeadline,
    Duration idle,
    Duration settle,
    Duration keyWindow,
    int mostWrites) {

  private static final int LARGEST = 2_000;
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(15);

  public DispatchSettings {
    if (inFlight < 1 || inFlight > LARGEST) {
      throw new IllegalArgumentException("inFlight is " + inFlight + ": use 1 to " + LARGEST);
    }
    if (!callDeadline.isPositive() || !idle.isPositive()) {
      throw new IllegalArgumentException("callDeadline and idle must be positive");
    }
    if (settle.isNegative() || keyWindow.isNegative()) {
      throw new IllegalArgumentException("settle and keyWindow must not be negative");
    }
    if (mostWrites < 1) {
      throw new IllegalArgumentException("mostWrites is " + mostWrites + ": use 1 or more");
    }
  }

  /** What suits the platforms as they are. */
  public static DispatchSettings standard() {
    return new DispatchSettings(
        64,
        Duration.ofSeconds(20),
        Duration.ofMillis(200),
        Duration.ofSeconds(5),
        Duration.ofHours(23),
        8);
  }

  /** How long a worker may hold a message: longer than a call can take. */
  public Duration lease() {
    return callDeadline.plus(LEASE_MARGIN);
  }

  /** The same with another number of calls at a time. */
  public DispatchSettings withInFlight(int calls) {
    return new DispatchSettings(calls, callDeadline, idle, settle, keyWindow, mostWrites);
  }

  /** The same with another wait before the platform is asked about a doubt. */
  public DispatchSettings withSettle(Duration wait) {
    return new DispatchSettings(inFlight, callDeadline, idle, wait, keyWindow, mostWrites);
  }

  /** The same with another deadline. */
  public DispatchSettings withCallDeadline(Duration deadline) {
    return new DispatchSettings(inFlight, deadline, idle, settle, keyWindow, mostWrites);
  }
}
