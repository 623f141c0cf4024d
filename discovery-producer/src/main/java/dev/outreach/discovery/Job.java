package dev.outreach.discovery;

import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.discovery.domain.JobRequest;
import dev.outreach.discovery.domain.Refusal;
import dev.outreach.discovery.records.JobTotals;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.schemas.JobCancelled;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.JobPageDone;
import dev.outreach.schemas.JobPaused;
import dev.outreach.schemas.JobResumed;
import dev.outreach.schemas.JobStarted;
import dev.outreach.schemas.JobWaiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One job, step by step: first the request's own handles, then page after page of the search. A
 * step makes one page or one lookup of a few handles. Not thread-safe.
 */
final class Job {

  private static final int BATCH = 25;

  /** After so long a step begins no further lookup: the group waits for the next poll. */
  private static final Duration LONG_STEP = Duration.ofSeconds(30);

  /** A shorter wait is over before another job has got anywhere. */
  private static final Duration LONG_WAIT = Duration.ofSeconds(10);

  private final JobRequest request;
  private final Discovery discovery;
  private final Lookup lookup;
  private final Clock clock;
  private JobState state;

  /** Number of the page the step in hand reads. */
  private long pageInHand = 1;

  /** What is left of the page in hand; null before it is read. */
  private @Nullable Page page;

  private record Page(List<Found> found, Optional<String> nextCursor) {}

  Job(JobParts parts, Clock clock, JobState state) {
    this.request = parts.request();
    this.discovery = parts.discovery();
    this.clock = clock;
    this.state = state;
    this.lookup = new Lookup(parts);
  }

  /** How far it is, steps not yet stored included. */
  JobState state() {
    return state;
  }

  /** Whether there is nothing to do now, under this order, but to keep the place. */
  boolean rests(JobOrder order) {
    return state.rests(order, now());
  }

  /**
   * Makes the next step.
   *
   * @param order what somebody wants of the job
   * @return what it brought; only after it is stored may the next one be made
   */
  JobStep next(JobOrder order) {
    pageInHand = state.totals().pages() + 1;
    state = state.waiting(Optional.empty());
    if (order instanceof JobOrder.Cancel(Optional<String> reason)) {
      return end(List.of(), new JobCancelled(reason.orElse("Cancelled by a person")));
    }
    if (state.steps() == 0) {
      return step(List.of(), List.of(new JobStarted(note())), now());
    }
    if (state.pausedSince().isPresent()) {
      return afterPause(order);
    }
    if (order instanceof JobOrder.Pause(Optional<String> reason)) {
      state = state.paused(Optional.of(now()));
      return step(List.of(), List.of(new JobPaused(reason.orElse(null))), now());
    }
    try {
      return work();
    } catch (PlatformException refused) {
      return afterFailure(List.of(), List.of(), refused.failure());
    }
  }

  private JobStep afterPause(JobOrder order) {
    if (order instanceof JobOrder.Resume(Optional<String> reason)) {
      state = state.paused(Optional.empty());
      return step(List.of(), List.of(new JobResumed(reason.orElse(null))), now());
    }
    // The log forgets: a job that rests for longer than the log keeps would be lost in silence.
    return end(
        List.of(),
        new JobCancelled(
            "Paused for more than %d days".formatted(JobState.LONGEST_PAUSE.toDays())));
  }

  private JobStep work() {
    Page inHand = page;
    if (inHand == null) {
      inHand = state.searching() ? search() : handles();
      page = inHand;
    }
    int end = Math.min(inHand.found().size(), state.handled() + Math.min(BATCH, wanted()));
    int begin = Math.min(state.handled(), end);
    Instant enough = now().plus(LONG_STEP);
    Lookup.Result result =
        lookup.find(inHand.found().subList(begin, end), () -> now().isAfter(enough));
    state = state.after(result.done(), result.totals());
    JobPageDone told = pageDone(result.totals());
    if (result.failure().isPresent()) {
      List<SpecificRecord> events = result.done() > 0 ? List.of(told) : List.of();
      return afterFailure(result.people(), events, result.failure().get());
    }
    if (wanted() == 0) {
      String note = "The cap of " + request.maxProfiles() + " people is reached";
      return end(result.people(), told, new JobCompleted(note));
    }
    return state.handled() < inHand.found().size()
        ? step(result.people(), List.of(told), now())
        : afterPage(result.people(), inHand, told);
  }

  private JobStep afterPage(List<JobStep.Person> people, Page done, JobPageDone told) {
    page = null;
    boolean more = state.searching() ? done.nextCursor().isPresent() : request.searches();
    state = state.atPage(true, done.nextCursor());
    JobPageDone last = JobPageDone.newBuilder(told).setCursor(state.cursor().orElse(null)).build();
    return more
        ? step(people, List.of(last), now())
        : end(people, last, new JobCompleted("Nothing is left to read"));
  }

  private JobStep afterFailure(
      List<JobStep.Person> people, List<SpecificRecord> before, PlatformFailure failure) {
    List<SpecificRecord> events = new ArrayList<>(before);
    Optional<Duration> pause = Failures.pause(failure, state.failures());
    if (pause.isEmpty()) {
      Refusal refusal = Failures.refusal(request.platform(), failure);
      events.add(new JobFailed(refusal.code(), refusal.reason()));
      return step(people, events, null);
    }
    state = Failures.counts(failure) ? state.failed() : state;
    Instant until = now().plus(pause.get());
    String reason = Failures.waitingReason(request.platform(), failure);
    events.add(new JobWaiting(failure.kind(), reason, until));
    if (pause.get().compareTo(LONG_WAIT) < 0) {
      return step(people, events, until);
    }
    state = state.waiting(Optional.of(until));
    return step(people, events, now());
  }

  private JobStep end(List<JobStep.Person> people, SpecificRecord... events) {
    return step(people, List.of(events), null);
  }

  private JobStep step(
      List<JobStep.Person> people, List<? extends SpecificRecord> events, @Nullable Instant next) {
    state = state.told(events.size());
    return new JobStep(pageInHand, people, List.copyOf(events), state, Optional.ofNullable(next));
  }

  private JobPageDone pageDone(JobTotals part) {
    return JobPageDone.newBuilder()
        .setCursor(state.cursor().orElse(null))
        .setPage(pageInHand)
        .setFound(part.found())
        .setDuplicates(part.duplicates())
        .setRefusedByReason(part.refused())
        .build();
  }

  private Page search() {
    SearchCriteria criteria =
        new SearchCriteria(request.categories(), request.locations(), request.keywords());
    SearchPage found = discovery.search(criteria, state.cursor());
    return new Page(found.found(), found.nextCursor());
  }

  private Page handles() {
    List<Found> handles =
        request.handles().stream()
            .<Found>map(handle -> new Found.HandleOnly(handle, "request"))
            .toList();
    return new Page(handles, Optional.empty());
  }

  private int wanted() {
    return Math.toIntExact(Math.max(0, request.maxProfiles() - state.totals().found()));
  }

  private String note() {
    return "Looks up %d handles%s, at most %d people"
        .formatted(
            request.handles().size(),
            request.searches() ? ", then searches" : "",
            request.maxProfiles());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
