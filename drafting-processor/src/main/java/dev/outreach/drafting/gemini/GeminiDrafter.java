package dev.outreach.drafting.gemini;

import dev.outreach.drafting.domain.Answer;
import dev.outreach.drafting.domain.Brief;
import dev.outreach.drafting.domain.Drafter;
import dev.outreach.drafting.domain.RefusalCode;
import dev.outreach.drafting.domain.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Drafts by Gemini. Tries again what may pass, until the tries or the time are used up. Where the
 * service asks for fewer calls, all drafts wait together, and none of them has used up a try.
 * Thread-safe; hundreds of calls may run at a time.
 */
public final class GeminiDrafter implements Drafter, AutoCloseable {

  /** More than any of our prompts with its data. */
  private static final Tokens MOST_TOKENS = new Tokens(6_000, 0, GeminiRequest.MOST_OUTPUT_TOKENS);

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** So long a draft waits for its turn, all waits together. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final GeminiSettings settings;
  private final GeminiCalls calls;
  private final Prices prices;
  private final Clock clock;
  private final Pause pause;
  private final Throttle throttle = new Throttle();

  /** A drafter that pauses in real time. */
  public GeminiDrafter(GeminiSettings settings, Prices prices, Clock clock) {
    this(settings, prices, clock, Pause.real());
  }

  GeminiDrafter(GeminiSettings settings, Prices prices, Clock clock, Pause pause) {
    this.settings = settings;
    this.calls = new GeminiCalls(settings);
    this.prices = prices;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public String name() {
    return "gemini";
  }

  @Override
  public boolean isPaid() {
    return true;
  }

  /** The most one draft can cost, all tries together, in millionths of a US dollar. */
  public long mostCostMicros() {
    return settings.attempts() * cost(MOST_TOKENS);
  }

  @Override
  public Answer draft(Brief brief) throws InterruptedException {
    Instant deadline = clock.instant().plus(settings.answerWithin());
    Duration waited = Duration.ZERO;
    Usage used = Usage.NONE;
    int attempt = 1;
    while (true) {
      waited = waited.plus(throttle.await(pause, clock));
      switch (calls.call(brief)) {
        case Reply.Good good -> {
          Usage all = used.plus(usage(good.tokens()));
          return new Answer.Text(good.proposal(), Optional.of(calls.model()), all);
        }
        case Reply.Bad bad -> {
          if (isTooEarly(bad, waited)) {
            throttle.hold(clock.instant().plus(bad.askedWait().orElseThrow()));
            continue;
          }
          used = used.plus(usage(bad.tokens()));
          Duration wait = bad.askedWait().orElse(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
          boolean isTime = isTimeFor(wait, deadline.plus(waited));
          if (!bad.mayPass() || attempt == settings.attempts() || !isTime) {
            return new Answer.Refusal(bad.code(), bad.reason(), used);
          }
          attempt++;
          pause.of(wait);
        }
      }
    }
  }

  /** It was no try where the service says when there is room, and that is worth waiting for. */
  private static boolean isTooEarly(Reply.Bad bad, Duration waited) {
    return bad.code() == RefusalCode.QUOTA
        && bad.askedWait().filter(wait -> PATIENCE.compareTo(waited.plus(wait)) > 0).isPresent();
  }

  @Override
  public void close() {
    calls.close();
  }

  /** A wait that leaves no time for a whole call is not worth beginning. */
  private boolean isTimeFor(Duration wait, Instant deadline) {
    return !clock.instant().plus(wait).plus(settings.callWithin()).isAfter(deadline);
  }

  private Usage usage(Tokens tokens) {
    return new Usage(tokens.input(), tokens.output(), cost(tokens));
  }

  private long cost(Tokens tokens) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return prices.costMicros(calls.model(), today, tokens);
  }
}
