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

  /** From its beginning on, a draft waits so long for its turn. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration SHORTEST_TURN = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 6;

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
    Instant begun = clock.instant();
    Instant deadline = begun.plus(settings.answerWithin());
    Duration waited = Duration.ZERO;
    int tooEarly = 0;
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
          Optional<Instant> turn = turnAfter(bad, tooEarly);
          if (turn.filter(begun.plus(PATIENCE)::isAfter).isPresent()) {
            throttle.hold(turn.get());
            tooEarly++;
            continue;
          }
          used = used.plus(usage(bad.tokens()));
          if (turn.isPresent()) {
            return new Answer.Refusal(bad.code(), bad.reason(), used);
          }
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

  /**
   * When it is the draft's turn, where the service says so: then it was no try. It may say at once,
   * and mean a quota that is used up for hours.
   */
  private Optional<Instant> turnAfter(Reply.Bad bad, int tooEarly) {
    if (bad.code() != RefusalCode.QUOTA) {
      return Optional.empty();
    }
    Duration least = SHORTEST_TURN.multipliedBy(1L << Math.min(tooEarly, MOST_DOUBLINGS));
    return bad.askedWait()
        .map(asked -> asked.compareTo(least) > 0 ? asked : least)
        .map(clock.instant()::plus);
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
