package dev.outreach.platforms.transport;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.quota.Charge;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Calls with an account's token, which is renewed where the platform refuses it: a read is repeated
 * with the new one at once, a post is left to its sender. Thread-safe.
 */
public final class AuthorisedCalls {

  private final HttpTransport transport;
  private final AccessTokens tokens;
  private final Predicate<Exchange.Answered> refusesToken;

  /**
   * Calls by one account.
   *
   * @param refusesToken whether an answer means that the token is expired or wrong
   */
  public AuthorisedCalls(
      HttpTransport transport, AccessTokens tokens, Predicate<Exchange.Answered> refusesToken) {
    this.transport = transport;
    this.tokens = tokens;
    this.refusesToken = refusesToken;
  }

  /**
   * Makes a call that may be repeated. Every attempt is paid for before it is made.
   *
   * @param call makes the call of a token
   */
  public Exchange read(Charge charge, Function<Secret, HttpCall> call) {
    Secret token = tokens.current();
    charge.reserve();
    Exchange first = transport.call(call.apply(token));
    if (first instanceof Exchange.Answered answer
        && refusesToken.test(answer)
        && tokens.renew(token)) {
      charge.reserve();
      return transport.call(call.apply(tokens.current()));
    }
    return first;
  }

  /**
   * Posts a message once. A refusal of a token that could be renewed is no fault of the account's:
   * the same message may go with the new one.
   *
   * @param call makes the call of a token
   * @param outcome reads an answer
   */
  public SendOutcome post(
      Function<Secret, HttpCall> call,
      BeforeWrite beforeWrite,
      Function<Exchange.Answered, SendOutcome> outcome) {
    Secret token = tokens.current();
    return switch (transport.call(call.apply(token), beforeWrite)) {
      case Exchange.Answered answer -> {
        boolean isRenewed = refusesToken.test(answer) && tokens.renew(token);
        yield isRenewed ? withoutBlame(outcome.apply(answer)) : outcome.apply(answer);
      }
      case Exchange.NeverWritten never ->
          SendOutcome.ProvedNotExecuted.because(
              new PlatformFailure.Transient(ErrorCode.noAnswer(never.cause())));
      case Exchange.Unanswered silence ->
          SendOutcome.MayHaveBeenSent.because(ErrorCode.noAnswer(silence.cause()));
    };
  }

  private static SendOutcome withoutBlame(SendOutcome outcome) {
    return outcome instanceof SendOutcome.ProvedNotExecuted refused
        ? SendOutcome.ProvedNotExecuted.because(
            new PlatformFailure.Transient(refused.failure().code()))
        : outcome;
  }
}
