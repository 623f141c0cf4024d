package dev.outreach.drafting.gemini;

import dev.outreach.drafting.domain.Answer;
import dev.outreach.drafting.domain.Brief;
import dev.outreach.drafting.domain.Drafter;
import dev.outreach.drafting.domain.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Drafts by Gemini. Tries again what may pass, waiting as long as the service asks for, until the
 * tries or the time are used up. Thread-safe; hundreds of calls may run at a time.
 */
public final class GeminiDrafter implements Drafter, AutoCloseable {

  /** More than any of our prompts with its data. */
  private static final Tokens MOST_TOKENS = new Tokens(6_000, 0, GeminiRequest.MOST_OUTPUT_TOKENS);

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  private final GeminiSettings settings;
  private final GeminiCalls calls;
  private final Prices prices;
  private final Clock clock;
  private final Pause pause;

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
    Usage used = Usage.NONE;
    for (int attempt = 1; ; attempt++) {
      switch (calls.call(brief)) {
        case Reply.Good good -> {
          Usage all = used.plus(usage(good.tokens()));
          return new Answer.Text(good.proposal(), Optional.of(calls.model()), all);
        }
        case Reply.Bad bad -> {
          used = used.plus(usage(bad.tokens()));
          Duration wait = bad.askedWait().orElse(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
          if (!bad.mayPass() || attempt == settings.attempts() || !isTimeFor(wait, deadline)) {
            return new Answer.Refusal(bad.code(), bad.reason(), used);
          }
          pause.of(wait);
        }
      }
    }
  }

  @Override
  public void close() {
    calls.close();
  }

  /** A wait that leaves no time for a call is not worth beginning. */
  private boolean isTimeFor(Duration wait, Instant deadline) {
    return clock.instant().plus(wait).isBefore(deadline);
  }

  private Usage usage(Tokens tokens) {
    return new Usage(tokens.input(), tokens.output(), cost(tokens));
  }

  private long cost(Tokens tokens) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return prices.costMicros(calls.model(), today, tokens);
  }
}
