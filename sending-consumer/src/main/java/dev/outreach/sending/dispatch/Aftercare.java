package dev.outreach.sending.dispatch;

import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.CallOutcome.Hold;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.Change;
import dev.outreach.sending.ledger.Claimed;
import dev.outreach.sending.ledger.Details;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what is to be recorded after a call. Thread-safe. */
final class Aftercare {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Reason OUTCOME_UNKNOWN =
      new Reason("OUTCOME_UNKNOWN", "It may have been sent; the platform is being asked.");

  private final Accounts accounts;
  private final DispatchSettings settings;
  private final Clock clock;

  Aftercare(Accounts accounts, DispatchSettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  Instant leaseFrom(Instant moment) {
    return moment.plus(settings.lease());
  }

  Change change(Claimed claimed, Transition step, CallOutcome outcome) {
    Instant now = clock.instant();
    return switch (outcome) {
      case CallOutcome.Delivered delivered -> sent(claimed, step, delivered, now);
      case CallOutcome.NotExecuted(var reason, var retryAt, var hold) -> {
        Optional<Instant> until =
            hold == Hold.UNTIL_RESUMED
                ? Optional.empty()
                : retryAt.or(() -> Optional.of(now.plus(pause(triesBefore(claimed, step)))));
        Details details = Details.waiting(now, until.orElse(now), reason, until);
        yield of(claimed, step, details).telling(new Result.Deferred(reason, until));
      }
      case CallOutcome.WindowClosed(var reason) ->
          of(claimed, step, Details.waiting(now, now, reason, Optional.empty()).windowClosed());
      case CallOutcome.Refused(var reason, _) ->
          of(claimed, step, Details.because(now, reason)).telling(refusal(claimed, step, reason));
      case CallOutcome.InDoubt _ -> {
        Instant look = now.plus(settings.settle());
        Details details = Details.waiting(now, look, OUTCOME_UNKNOWN, Optional.of(look));
        yield of(claimed, step, details)
            .telling(new Result.Deferred(OUTCOME_UNKNOWN, Optional.of(look)));
      }
    };
  }

  /** What the answer means for the account. */
  void account(Claimed claimed, CallOutcome outcome) {
    switch (outcome) {
      case CallOutcome.NotExecuted(var reason, var retryAt, var hold) ->
          hold(claimed, reason, retryAt, hold);
      case CallOutcome.Refused(var reason, var hold) ->
          hold(claimed, reason, Optional.empty(), hold);
      case CallOutcome.Delivered _, CallOutcome.WindowClosed _, CallOutcome.InDoubt _ -> {}
    }
  }

  private void hold(Claimed claimed, Reason reason, Optional<Instant> retryAt, Hold hold) {
    switch (hold) {
      case NONE -> {}
      case UNTIL_RETRY -> {
        Instant until = retryAt.orElse(clock.instant().plus(pause(claimed.writes())));
        accounts.hold(claimed.order().from(), Optional.of(until), reason);
      }
      case UNTIL_RESUMED -> accounts.hold(claimed.order().from(), Optional.empty(), reason);
    }
  }

  private static Change sent(
      Claimed claimed, Transition step, CallOutcome.Delivered delivered, Instant now) {
    Result.Succeeded success =
        new Result.Succeeded(
            claimed.route(),
            delivered.platformMessageId(),
            delivered.threadId(),
            Optional.empty(),
            now,
            false);
    return of(claimed, step, Details.sent(now, success)).telling(success);
  }

  private static Result refusal(Claimed claimed, Transition step, Reason reason) {
    return step == Transition.REFUSE_IN_DOUBT
        ? new Result.Unconfirmed(reason, claimed.route())
        : new Result.Failed(reason);
  }

  private static Change of(Claimed claimed, Transition step, Details details) {
    return Change.of(claimed.messageId(), step, claimed.fence(), details);
  }

  /**
   * What reached nobody was never written: the longer a platform is away, the rarer it is asked.
   */
  private static int triesBefore(Claimed claimed, Transition step) {
    return step == Transition.RELEASE ? claimed.position().attempt() - 1 : claimed.writes();
  }

  private static Duration pause(int triesBefore) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(triesBefore, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
