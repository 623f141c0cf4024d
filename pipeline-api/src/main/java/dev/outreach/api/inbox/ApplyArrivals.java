package dev.outreach.api.inbox;

import dev.outreach.api.commands.CommandOutcome;
import dev.outreach.api.commands.NotPublished;
import dev.outreach.platforms.PlatformException;
import dev.outreach.readmodel.PersonFinder;
import dev.outreach.readmodel.ReadModelException;
import dev.outreach.schemas.ProfileCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on arrivals: finds the person, reports to the person's history and waits for the answer.
 * Whoever is not known there is looked for in the next way. Thread-safe.
 */
final class ApplyArrivals {

  private static final Logger log = LoggerFactory.getLogger(ApplyArrivals.class);
  private static final String UNKNOWN = "UNKNOWN_PROFILE";
  private static final String NOBODY = "NOBODY";
  private static final int MOST_RECEIPT_TRIES = 8;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 7;

  private final Matcher matcher;
  private final Function<Arrival.Origin, Optional<String>> usernames;
  private final Function<List<ProfileCommand>, List<CommandOutcome>> submit;
  private final Reports reports;
  private final OptOuts optOuts;
  private final Clock clock;

  ApplyArrivals(Statements statements, Inbox.Parts parts) {
    PersonFinder people = new PersonFinder(parts.database());
    this.matcher = new Matcher(statements, people);
    this.usernames = parts.usernames();
    this.submit = parts.submit();
    this.clock = parts.clock();
    this.reports = new Reports(clock);
    this.optOuts = new OptOuts(people, submit, reports);
  }

  /** An arrival with what became of it. */
  record Settled(Arrival arrival, Settlement settlement) {}

  /** What becomes of each; conversations keep the order given. */
  List<Settled> run(List<Taken> taken) {
    List<Settled> settled = new ArrayList<>();
    List<Search> open = taken.stream().map(Search::new).toList();
    while (!open.isEmpty()) {
      lookForAll(open);
      List<Search> found = new ArrayList<>();
      for (Search search : open) {
        search
            .settledUnfound()
            .ifPresentOrElse(
                result -> settled.add(new Settled(search.arrival, result)),
                () -> found.add(search));
      }
      open = reported(found, settled);
    }
    return settled;
  }

  /** Each in a thread of its own, because some ask a platform. */
  private static void lookForAll(List<Search> searches) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> looking = new ArrayList<>();
      searches.forEach(search -> looking.add(threads.submit(search::look)));
      for (Future<?> one : looking) {
        one.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a search failed in an unforeseen way", failure);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Those whose person turned out not to be known, to be looked for in another way. */
  private List<Search> reported(List<Search> found, List<Settled> settled) {
    List<Search> again = new ArrayList<>();
    List<CommandOutcome> outcomes = outcomes(found);
    for (int i = 0; i < found.size(); i++) {
      Search search = found.get(i);
      switch (outcomes.get(i)) {
        case CommandOutcome.Accepted _ ->
            settled.add(new Settled(search.arrival, accepted(search)));
        case CommandOutcome.Rejected(String code, _) when code.equals(UNKNOWN) -> {
          search.exclude();
          again.add(search);
        }
        case CommandOutcome.Rejected(String code, _) ->
            settled.add(new Settled(search.arrival, new Settlement.Refused(code)));
        case CommandOutcome.Pending() -> settled.add(new Settled(search.arrival, search.later()));
      }
    }
    return again;
  }

  private Settlement accepted(Search search) {
    return optOuts.isSpread(search.arrival, search.person())
        ? new Settlement.Applied(search.person())
        : search.later();
  }

  private List<CommandOutcome> outcomes(List<Search> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    try {
      return submit.apply(
          found.stream().map(search -> reports.of(search.arrival, search.person())).toList());
    } catch (NotPublished failure) {
      log.warn("{} arrivals wait: {}", found.size(), failure.getMessage());
      return found.stream().<CommandOutcome>map(_ -> new CommandOutcome.Pending()).toList();
    }
  }

  /** The search for one person; belongs to one thread at a time. */
  private final class Search {

    private final Taken taken;
    private final Set<UUID> excluded = new HashSet<>();
    private Arrival arrival;
    private Optional<UUID> person = Optional.empty();
    private boolean failed;

    Search(Taken taken) {
      this.taken = taken;
      this.arrival = taken.arrival();
    }

    void look() {
      try {
        person = find();
        if (person.isEmpty() && mayAsk()) {
          usernames.apply(arrival.origin()).ifPresent(this::named);
        }
      } catch (PlatformException | ReadModelException | InboxUnavailable unavailable) {
        log.info("arrival {} waits: {}", arrival.id(), unavailable.getClass().getSimpleName());
        failed = true;
      }
    }

    private boolean mayAsk() {
      return arrival.kind().isMessage() && arrival.origin().username().isEmpty();
    }

    private void named(String username) {
      arrival = arrival.named(username);
      person = find();
    }

    private Optional<UUID> find() {
      return matcher.find(
          new Taken(arrival, taken.tries(), taken.toldPerson()), Set.copyOf(excluded));
    }

    /** Empty where there is somebody to report to. */
    Optional<Settlement> settledUnfound() {
      if (failed) {
        return Optional.of(later());
      }
      if (person.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          switch (arrival.kind()) {
            case MESSAGE -> new Settlement.Waiting(next());
            case ECHO, DELIVERED, READ ->
                taken.tries() < MOST_RECEIPT_TRIES ? later() : new Settlement.Refused(NOBODY);
          });
    }

    UUID person() {
      return person.orElseThrow();
    }

    void exclude() {
      excluded.add(person());
    }

    Settlement later() {
      return new Settlement.Later(next());
    }

    private Instant next() {
      long factor = 1L << Math.min(taken.tries(), MOST_DOUBLINGS);
      return clock.instant().plus(FIRST_PAUSE.multipliedBy(factor));
    }
  }
}
