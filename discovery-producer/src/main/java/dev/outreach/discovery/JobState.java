package dev.outreach.discovery;

import dev.outreach.discovery.records.JobTotals;
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
 * @param failures failed calls in a row
 * @param pausedSince since when it is paused
 */
record JobState(
    boolean searching,
    Optional<String> cursor,
    int handled,
    JobTotals totals,
    long steps,
    int failures,
    Optional<Instant> pausedSince) {

  static JobState beginning() {
    return new JobState(false, Optional.empty(), 0, JobTotals.none(), 0, 0, Optional.empty());
  }

  /** The state after some results of the page in hand are done. */
  JobState after(int results, JobTotals done) {
    return new JobState(
        searching, cursor, handled + results, totals.plus(done), steps, 0, pausedSince);
  }

  /** The state after the whole page is done and another one follows. */
  JobState atPage(boolean nextSearching, Optional<String> nextCursor) {
    JobTotals page = new JobTotals(0, 0, Map.of(), 1);
    return new JobState(nextSearching, nextCursor, 0, totals.plus(page), steps, 0, pausedSince);
  }

  JobState told(int events) {
    return new JobState(searching, cursor, handled, totals, steps + events, failures, pausedSince);
  }

  JobState failed() {
    return new JobState(searching, cursor, handled, totals, steps, failures + 1, pausedSince);
  }

  /** The same, paused since then or not paused. */
  JobState paused(Optional<Instant> since) {
    return new JobState(searching, cursor, handled, totals, steps, failures, since);
  }
}
