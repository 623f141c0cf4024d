package dev.outreach.platforms.transport;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.quota.Charge;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads with an account's token, which is renewed once where the platform refuses it. Every attempt
 * is paid for before it is made. Thread-safe.
 */
public final class AuthorisedReads {

  private final HttpTransport transport;
  private final AccessTokens tokens;
  private final Predicate<Exchange.Answered> refusesToken;

  /**
   * Reads by one account.
   *
   * @param refusesToken whether an answer means that the token is expired or wrong
   */
  public AuthorisedReads(
      HttpTransport transport, AccessTokens tokens, Predicate<Exchange.Answered> refusesToken) {
    this.transport = transport;
    this.tokens = tokens;
    this.refusesToken = refusesToken;
  }

  /**
   * Makes a call that may be repeated.
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
}
