package dev.outreach.platforms.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.transport.AuthorisedCalls;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.HttpCall;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Json;
import dev.outreach.platforms.transport.Query;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls to LinkedIn on behalf of one member. Thread-safe. */
final class LinkedInApi {

  /** By this the sandbox checks that a person stands behind a message; LinkedIn knows no such. */
  static final String MEMBER_ACTION = "X-Sim-Member-Action";

  private final LinkedInSettings settings;
  private final LinkedInErrors errors;
  private final AuthorisedCalls calls;

  LinkedInApi(
      LinkedInSettings settings,
      AccessTokens tokens,
      HttpTransport transport,
      LinkedInErrors errors) {
    this.settings = settings;
    this.errors = errors;
    this.calls = new AuthorisedCalls(transport, tokens, answer -> answer.status() == 401);
  }

  /**
   * Reads a resource; a refused token is renewed once.
   *
   * @param path below the base address, for example {@code rest/organizations}
   * @throws PlatformException for everything but a success that holds JSON
   */
  JsonNode get(String path, Map<String, String> parameters, Charge charge) {
    return get(Query.address(settings.baseUri(), path, parameters), charge);
  }

  /** The same for an address whose parameters hold LinkedIn's own list notation. */
  JsonNode get(URI address, Charge charge) {
    return read(calls.read(charge, token -> HttpCall.get(address, headers(token))), charge);
  }

  /** Posts a message; LinkedIn answers with its id in a header and no body. */
  SendOutcome send(JsonNode message, BeforeWrite beforeWrite) {
    URI address = Query.address(settings.baseUri(), "v2/messages", Map.of());
    return calls.post(
        token -> HttpCall.post(address, headersOfMessage(token), Json.write(message)),
        beforeWrite,
        this::outcome);
  }

  private SendOutcome outcome(Exchange.Answered answer) {
    if (answer.isSuccess()) {
      return answer
          .header("x-restli-id")
          .or(() -> answer.header("x-linkedin-id"))
          .<SendOutcome>map(id -> new SendOutcome.Sent(id, Optional.empty()))
          .orElseGet(
              () ->
                  SendOutcome.MayHaveBeenSent.because(
                      new ErrorCode(answer.status(), "no_message_id", "")));
    }
    PlatformFailure failure = errors.failure(answer);
    return LinkedInErrors.provesRefusal(answer)
        ? SendOutcome.ProvedNotExecuted.because(unreachable(failure))
        : SendOutcome.MayHaveBeenSent.because(failure.code());
  }

  /** On messages a missing or unprocessable recipient is a person who cannot be reached. */
  private static PlatformFailure unreachable(PlatformFailure failure) {
    return failure.code().status() == 404 || failure.code().status() == 422
        ? new PlatformFailure.RecipientUnreachable(failure.code())
        : failure;
  }

  private JsonNode read(Exchange exchange, Charge charge) {
    return exchange
        .answer(Platform.LINKEDIN)
        .success(Platform.LINKEDIN, charge, errors::failure)
        .object(Platform.LINKEDIN);
  }

  private Map<String, String> headers(Secret token) {
    return Map.of(
        "Authorization",
        "Bearer " + token.value(),
        "Linkedin-Version",
        settings.version(),
        "X-Restli-Protocol-Version",
        "2.0.0");
  }

  Map<String, String> headersOfMessage(Secret token) {
    Map<String, String> headers =
        new HashMap<>(
            Map.of(
                "Authorization",
                "Bearer " + token.value(),
                "Content-Type",
                "application/json",
                "X-Restli-Protocol-Version",
                "2.0.0"));
    if (settings.isSandbox()) {
      headers.put(MEMBER_ACTION, "approved");
    }
    return headers;
  }
}
