package dev.outreach.sending.dispatch;

import dev.outreach.sending.domain.Aftermath;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.ledger.Change;
import dev.outreach.sending.ledger.Details;
import dev.outreach.sending.ledger.Doubtful;
import dev.outreach.sending.ledger.SendLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles messages whose outcome is unknown, by what their platform offers; what cannot be settled
 * goes to a person. Thread-safe.
 */
final class Resolver {

  private static final Logger log = LoggerFactory.getLogger(Resolver.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(60);
  private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
  private static final int BATCH = 50;
  private static final Reason NOBODY_KNOWS =
      new Reason(
          "OUTCOME_UNKNOWN", "It may have been sent and the platform cannot tell: please check.");

  private final SendLedger ledger;
  private final Outlets outlets;
  private final DispatchSettings settings;
  private final Clock clock;

  Resolver(SendLedger ledger, Outlets outlets, DispatchSettings settings, Clock clock) {
    this.ledger = ledger;
    this.outlets = outlets;
    this.settings = settings;
    this.clock = clock;
  }

  /** Settles what is due; what cannot be looked up now is tried again a minute later. */
  int resolveDue() throws InterruptedException {
    Instant now = clock.instant();
    int settled = 0;
    for (Doubtful doubtful : ledger.doubts(now, now.plus(LOOK_AGAIN), BATCH)) {
      Optional<Change> change = change(doubtful);
      if (change.isPresent() && ledger.write(change.get())) {
        settled++;
      }
    }
    return settled;
  }

  private Optional<Change> change(Doubtful doubtful) {
    Optional<Delivery> delivery = outlets.of(doubtful.order().from(), doubtful.route());
    DeliveryClass platform = delivery.map(Delivery::deliveryClass).orElse(DeliveryClass.BLIND);
    if (platform != DeliveryClass.QUERYABLE) {
      return Optional.of(step(doubtful, platform));
    }
    Instant since = doubtful.writeAt().minus(CLOCK_DIFFERENCE);
    return switch (delivery.orElseThrow().find(doubtful.order(), since)) {
      case Delivery.Sighting.Found found -> Optional.of(found(doubtful, found));
      case Delivery.Sighting.Absent() ->
          Optional.of(
              quarantine(doubtful, Aftermath.ofDoubt(platform, Aftermath.Search.ABSENT, false)));
      case Delivery.Sighting.Unreadable(var reason) -> {
        log.info("message {} cannot be looked up: {}", id(doubtful), reason.code());
        yield Optional.empty();
      }
    };
  }

  private Change step(Doubtful doubtful, DeliveryClass platform) {
    Transition step = Aftermath.ofDoubt(platform, Aftermath.Search.ABSENT, mayRepeat(doubtful));
    if (step != Transition.REPEAT) {
      return quarantine(doubtful, step);
    }
    Instant now = clock.instant();
    Reason again = new Reason("REPEAT", "The platform collapses repetitions: it is sent again.");
    return Change.of(
        id(doubtful),
        step,
        doubtful.position().fence(),
        Details.waiting(now, now, again, Optional.empty()));
  }

  private boolean mayRepeat(Doubtful doubtful) {
    return doubtful.wanted()
        && doubtful.writes() < settings.mostWrites()
        && clock.instant().isBefore(doubtful.writeAt().plus(settings.keyWindow()));
  }

  private Change found(Doubtful doubtful, Delivery.Sighting.Found found) {
    Result.Succeeded sent =
        new Result.Succeeded(
            doubtful.route(),
            Optional.of(found.platformMessageId()),
            found.threadId(),
            Optional.empty(),
            found.sentAt(),
            true);
    return Change.of(
            id(doubtful),
            Aftermath.ofDoubt(DeliveryClass.QUERYABLE, Aftermath.Search.FOUND, false),
            doubtful.position().fence(),
            Details.sent(clock.instant(), sent))
        .telling(sent);
  }

  private Change quarantine(Doubtful doubtful, Transition step) {
    return Change.of(
            id(doubtful),
            step,
            doubtful.position().fence(),
            Details.because(clock.instant(), NOBODY_KNOWS))
        .telling(new Result.Unconfirmed(NOBODY_KNOWS, doubtful.route()));
  }

  private static String id(Doubtful doubtful) {
    return doubtful.order().who().messageId();
  }
}
