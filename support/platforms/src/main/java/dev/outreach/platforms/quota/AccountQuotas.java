package dev.outreach.platforms.quota;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The quotas of one account of ours. Thread-safe.
 *
 * <p>Where the platform says how much of its allowance is used, discovery stops at {@value
 * #MOST_PERCENT} percent: the rest is for reading replies.
 */
public final class AccountQuotas {

  private static final int MOST_PERCENT = 95;

  /** Scope of a pause of the whole account. */
  private static final String EVERYTHING = "*";

  /** After a refusal or a full allowance of which the platform does not say how long it lasts. */
  private static final Duration USUAL_PAUSE = Duration.ofMinutes(5);

  private static final Duration BOOK_AWAY = Duration.ofSeconds(30);

  private final QuotaAccount account;
  private final QuotaBook book;
  private final Clock clock;

  public AccountQuotas(QuotaAccount account, QuotaBook book, Clock clock) {
    this.account = account;
    this.book = book;
    this.clock = clock;
  }

  /** The cost of a call that only counts towards what the platform itself reports. */
  public Charge call() {
    return new Counted(EVERYTHING, () -> {});
  }

  /** The cost of a call of which a quota counts each. */
  public Charge charge(Quota quota) {
    return charge(quota, "");
  }

  /**
   * The cost of a call of which a quota counts different uses.
   *
   * @param use what is used, never a person's name or handle
   */
  public Charge charge(Quota quota, String use) {
    return new Counted(quota.name(), () -> take(quota, use));
  }

  /** What counts of a quota now; empty where it is not known. */
  public Optional<Standing> standing(Quota quota) {
    try {
      return book.standing(account, quota);
    } catch (QuotaBookAway _) {
      return Optional.empty();
    }
  }

  /** How much of a quota is left; empty where it is not known. */
  public OptionalInt left(Quota quota) {
    return standing(quota).map(now -> now.left(quota)).orElse(OptionalInt.empty());
  }

  private void take(Quota quota, String use) {
    switch (book.take(account, quota, use)) {
      case Taken.Reserved _ -> {}
      case Taken.UsedUp(Instant until) ->
          throw limited(
              until,
              quota.most().orElse(0) + " " + quota.words() + " are used up by our own count");
    }
  }

  private PlatformException limited(Instant until, String limit) {
    Duration pause = Duration.between(clock.instant(), until);
    return new PlatformException(
        account.platform(),
        new PlatformFailure.RateLimit(
            ErrorCode.noAnswer("counted"),
            Optional.of(pause.isNegative() ? Duration.ZERO : pause),
            Optional.of(limit)));
  }

  private final class Counted implements Charge {

    private final String scope;
    private final Runnable reservation;

    Counted(String scope, Runnable reservation) {
      this.scope = scope;
      this.reservation = reservation;
    }

    @Override
    public void reserve() {
      try {
        Optional<Pause> pause = book.paused(account, Set.copyOf(List.of(EVERYTHING, scope)));
        if (pause.isPresent()) {
          throw limited(pause.get().until(), pause.get().reason());
        }
        reservation.run();
      } catch (QuotaBookAway _) {
        throw limited(
            clock.instant().plus(BOOK_AWAY),
            "our count of what it allows is out of reach: start the database");
      }
    }

    @Override
    public void told(QuotaUsage usage) {
      int percent = usage.percent().orElse(0);
      if (percent >= MOST_PERCENT) {
        pause(EVERYTHING, usage.regainAfter(), percent + " percent of its calls are used, it says");
      }
    }

    @Override
    public void refused(PlatformFailure failure) {
      if (failure instanceof PlatformFailure.RateLimit limit) {
        pause(scope, limit.retryAfter(), "it allows no more calls for the moment");
      }
    }

    private void pause(String what, Optional<Duration> length, String reason) {
      Instant until = clock.instant().plus(length.orElse(USUAL_PAUSE));
      try {
        book.pause(account, what, new Pause(until, reason));
      } catch (QuotaBookAway _) {
        // The platform refuses the next call as well, and says so again.
      }
    }
  }
}
