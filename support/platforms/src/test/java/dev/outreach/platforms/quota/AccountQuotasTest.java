package dev.outreach.platforms.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.sandbox.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AccountQuotasTest {

  private static final Quota TWO_TAGS =
      new Quota(
          "tags",
          "different tags in seven days",
          OptionalInt.of(2),
          new QuotaWindow.Distinct(Duration.ofDays(7)));
  private static final Quota UNKNOWN =
      new Quota("calls", "calls a day", OptionalInt.empty(), new QuotaWindow.UtcDay());

  private final MovableClock clock =
      new MovableClock(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
  private final MemoryBook book = new MemoryBook(clock);
  private final AccountQuotas quotas =
      new AccountQuotas(new QuotaAccount(Platform.INSTAGRAM, "1"), book, clock);

  @Test
  void shouldSayWhichQuotaIsUsedUpAndUntilWhen() {
    quotas.charge(TWO_TAGS, "a").reserve();
    clock.advance(Duration.ofDays(1));
    quotas.charge(TWO_TAGS, "b").reserve();
    quotas.charge(TWO_TAGS, "a").reserve();

    assertThat(quotas.left(TWO_TAGS)).hasValue(0);
    PlatformFailure.RateLimit limit = refusal(quotas.charge(TWO_TAGS, "c"));
    assertThat(limit.retryAfter()).contains(Duration.ofDays(6).plusMinutes(1));
    assertThat(limit.limit())
        .contains("2 different tags in seven days are used up by our own count");
    clock.advance(limit.retryAfter().orElseThrow());
    quotas.charge(TWO_TAGS, "c").reserve();
  }

  @Test
  void shouldCountWithoutALimitWhereThePlatformPublishesNone() {
    for (int call = 0; call < 1_000; call++) {
      quotas.charge(UNKNOWN).reserve();
    }

    assertThat(quotas.left(UNKNOWN)).isEmpty();
    assertThat(quotas.standing(UNKNOWN)).map(Standing::used).contains(1_000);
  }

  @Test
  void shouldLeaveTheRestOfAnAllowanceToThoseWhoReadReplies() {
    quotas.call().told(usage(94, Optional.empty()));
    quotas.call().reserve();

    quotas.call().told(usage(95, Optional.of(Duration.ofMinutes(19))));

    PlatformFailure.RateLimit limit = refusal(quotas.charge(TWO_TAGS, "a"));
    assertThat(limit.retryAfter()).contains(Duration.ofMinutes(19));
    assertThat(limit.limit()).contains("95 percent of its calls are used, it says");
    assertThat(quotas.left(TWO_TAGS)).hasValue(2);
    clock.advance(Duration.ofMinutes(19));
    quotas.charge(TWO_TAGS, "a").reserve();
  }

  @Test
  void shouldLeaveAloneWhatWasRefusedAndNothingElse() {
    Charge refused = quotas.charge(UNKNOWN);
    refused.refused(
        new PlatformFailure.RateLimit(ErrorCode.ofStatus(429), Optional.of(Duration.ofHours(3))));
    refused.refused(new PlatformFailure.Transient(ErrorCode.ofStatus(500)));

    assertThat(refusal(refused).retryAfter()).contains(Duration.ofHours(3));
    quotas.charge(TWO_TAGS, "a").reserve();
  }

  @Test
  void shouldSpendNothingWhileTheCountIsOutOfReach() {
    book.away(true);

    assertThat(refusal(quotas.charge(UNKNOWN)).limit().orElseThrow()).contains("out of reach");
    assertThat(quotas.standing(UNKNOWN)).isEmpty();
    assertThat(quotas.left(TWO_TAGS)).isEmpty();
    quotas.call().told(usage(100, Optional.empty()));
    book.away(false);
    quotas.charge(UNKNOWN).reserve();
  }

  private static QuotaUsage usage(int percent, Optional<Duration> regain) {
    return new QuotaUsage(OptionalInt.of(percent), regain);
  }

  private static PlatformFailure.RateLimit refusal(Charge charge) {
    PlatformException refused = catchThrowableOfType(PlatformException.class, charge::reserve);
    return (PlatformFailure.RateLimit) refused.failure();
  }
}
