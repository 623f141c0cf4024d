package dev.outreach.platforms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A token that is renewed when it is refused, or about to expire. One renewal at a time; a renewal
 * that fails leaves the token as it is and is not tried again for a minute. A token that is refused
 * soon after it replaced a refused one is refused for something that another one does not change.
 */
public final class RenewedTokens implements AccessTokens {

  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofHours(1);

  private final Function<Secret, FreshToken> renewal;
  private final Clock clock;
  private FreshToken token;
  private Instant notBefore = Instant.MIN;
  private Instant noUseUntil = Instant.MIN;

  /**
   * Begins with a token of unknown age, which is renewed once it is refused.
   *
   * @param renewal asks the platform with the current token; may throw {@link PlatformException}
   */
  public RenewedTokens(Secret first, Function<Secret, FreshToken> renewal, Clock clock) {
    this(new FreshToken(first, Instant.MAX), renewal, clock);
  }

  private RenewedTokens(FreshToken first, Function<Secret, FreshToken> renewal, Clock clock) {
    this.token = first;
    this.renewal = renewal;
    this.clock = clock;
  }

  /**
   * Begins with a token of unknown age that cannot be renewed any more once it has expired, so that
   * it is renewed before it is used.
   *
   * @param renewal as above
   */
  public static RenewedTokens atOnce(
      Secret first, Function<Secret, FreshToken> renewal, Clock clock) {
    return new RenewedTokens(new FreshToken(first, Instant.EPOCH), renewal, clock);
  }

  @Override
  public synchronized Secret current() {
    if (!token.expiresAt().equals(Instant.MAX)
        && clock.instant().isAfter(token.expiresAt().minus(MARGIN))) {
      renewNow();
    }
    return token.token();
  }

  @Override
  public synchronized boolean renew(Secret refused) {
    Instant now = clock.instant();
    if (token.token().equals(refused) && !now.isBefore(noUseUntil)) {
      renewNow();
      noUseUntil = token.token().equals(refused) ? noUseUntil : now.plus(SOON);
    }
    return !token.token().equals(refused);
  }

  private void renewNow() {
    Instant now = clock.instant();
    if (now.isBefore(notBefore)) {
      return;
    }
    notBefore = now.plus(PAUSE);
    try {
      token = renewal.apply(token.token());
    } catch (PlatformException _) {
      // The call that needed the token reports the platform's refusal of it.
      return;
    }
    notBefore = Instant.MIN;
  }
}
