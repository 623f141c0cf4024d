package dev.outreach.discovery;

import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.discovery.records.JobTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far a job is: all that a restart needs to know.
 *
 * @param searching false while the request's own handles are looked up, which comes first
 * @param cursor where the page in hand begins, empty for the first
 * @param handled results of that page that are done
 * @param steps steps of the job told so far; 0 before it started
 * @param failures failed calls in a row, but for those that came too early
 * @param pausedSince since when it is paused
 * @param waitsUntil until when the platform makes it wait, where that is long
 */
record JobState(
    boolean searching,
    Optional<String> cursor,
    int handled,
    JobTotals totals,
    long steps,
    int failures,
    Optional<Instant> pausedSince,
    Optional<Instant> waitsUntil) {

  /** Shorter than the log keeps requests and orders. */
  static final Duration LONGEST_PAUSE = Duration.ofDays(21);

  static JobState beginning() {
    return new JobState(
        false, Optional.empty(), 0, JobTotals.none(), 0, 0, Optional.empty(), Optional.empty());
  }

  /** Whether there is nothing to do now, under this order, but to keep the place. */
  boolean rests(JobOrder order, Instant now) {
    return !heeds(order) && restsUntil().map(now::isBefore).orElse(false);
  }

  /** Whether the order changes what the job does now, so that it need not wait for its time. */
  boolean heeds(JobOrder order) {
    return switch (order) {
      case JobOrder.Cancel _ -> true;
      case JobOrder.Pause _ -> pausedSince.isEmpty();
      case JobOrder.Resume _ -> pausedSince.isPresent();
      case JobOrder.None _ -> false;
    };
  }

  private Optional<Instant> restsUntil() {
    return pausedSince.map(since -> since.plus(LONGEST_PAUSE)).or(() -> waitsUntil);
  }

  /** The state after some results of the page in hand are done; none are no success. */
  JobState after(int results, JobTotals done) {
    return new JobState(
        searching,
        cursor,
        handled + results,
        totals.plus(done),
        steps,
        results > 0 ? 0 : failures,
        pausedSince,
        waitsUntil);
  }

  /** The state after the whole page is done and another one follows. */
  JobState atPage(boolean nextSearching, Optional<String> nextCursor) {
    JobTotals page = new JobTotals(0, 0, Map.of(), 1);
    return new JobState(
        nextSearching, nextCursor, 0, totals.plus(page), steps, 0, pausedSince, waitsUntil);
  }

  JobState told(int events) {
    return new JobState(
        searching, cursor, handled, totals, steps + events, failures, pausedSince, waitsUntil);
  }

  JobState failed() {
    return new JobState(
        searching, cursor, handled, totals, steps, failures + 1, pausedSince, waitsUntil);
  }

  /** The same, paused since then or not paused. */
  JobState paused(Optional<Instant> since) {
    return new JobState(searching, cursor, handled, totals, steps, failures, since, waitsUntil);
  }

  /** The same, made to wait until then or for nothing. */
  JobState waiting(Optional<Instant> until) {
    return new JobState(searching, cursor, handled, totals, steps, failures, pausedSince, until);
  }
}
