package dev.outreach.discovery;

import dev.outreach.discovery.domain.JobRequest;
import dev.outreach.discovery.domain.Refusal;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.JobPageDone;
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

  private final JobRequest request;
  private final Discovery discovery;
  private final Lookup lookup;
  private final Clock clock;
  private JobState state;

  /** What is left of the page in hand; null before it is read. */
  private @Nullable Page page;

  private record Page(List<Found> found, Optional<String> nextCursor) {}

  Job(JobRequest request, Discovery discovery, Clock clock, JobState state) {
    this.request = request;
    this.discovery = discovery;
    this.clock = clock;
    this.state = state;
    this.lookup = new Lookup(request, discovery);
  }

  /** How far it is, steps not yet stored included. */
  JobState state() {
    return state;
  }

  /**
   * Makes the next step.
   *
   * @return what it brought; only after it is stored may the next one be made
   */
  JobStep next() {
    if (state.steps() == 0) {
      return step(List.of(), List.of(new JobStarted(note())), now());
    }
    try {
      return work();
    } catch (PlatformException refused) {
      return afterFailure(List.of(), refused.failure());
    }
  }

  private JobStep work() {
    Page inHand = page;
    if (inHand == null) {
      inHand = state.searching() ? search() : handles();
      page = inHand;
    }
    int end = Math.min(inHand.found().size(), state.handled() + Math.min(BATCH, wanted()));
    int begin = Math.min(state.handled(), end);
    Lookup.Result result = lookup.find(inHand.found().subList(begin, end));
    state = state.after(result.done(), result.totals());
    if (result.failure().isPresent()) {
      return afterFailure(result.people(), result.failure().get());
    }
    if (wanted() == 0) {
      return end(result.people(), "The cap of " + request.maxProfiles() + " people is reached");
    }
    return state.handled() < inHand.found().size()
        ? step(result.people(), List.of(pageDone()), now())
        : afterPage(result.people(), inHand);
  }

  private JobStep afterPage(List<JobStep.Person> people, Page done) {
    page = null;
    boolean more = state.searching() ? done.nextCursor().isPresent() : request.searches();
    state = state.atPage(true, done.nextCursor());
    return more ? step(people, List.of(pageDone()), now()) : end(people, "Nothing is left to read");
  }

  private JobStep afterFailure(List<JobStep.Person> people, PlatformFailure failure) {
    Optional<Duration> pause = Failures.pause(failure, state.failures());
    if (pause.isEmpty()) {
      Refusal refusal = Failures.refusal(request.platform(), failure);
      return step(people, List.of(new JobFailed(refusal.code(), refusal.reason())), null);
    }
    state = state.failed();
    Instant until = now().plus(pause.get());
    String reason = Failures.waitingReason(request.platform(), failure);
    List<SpecificRecord> events = new ArrayList<>();
    if (!people.isEmpty()) {
      events.add(pageDone());
    }
    events.add(new JobWaiting(failure.kind(), reason, until));
    return step(people, events, until);
  }

  private JobStep end(List<JobStep.Person> people, String note) {
    return step(people, List.of(pageDone(), new JobCompleted(note)), null);
  }

  private JobStep step(
      List<JobStep.Person> people, List<? extends SpecificRecord> events, @Nullable Instant next) {
    state = state.told(events.size());
    return new JobStep(people, List.copyOf(events), state, Optional.ofNullable(next));
  }

  private JobPageDone pageDone() {
    return new JobPageDone(state.cursor().orElse(null));
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
