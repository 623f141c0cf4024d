package dev.outreach.platforms.tiktok;

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
import java.util.Map;
import java.util.Optional;

/** Calls to TikTok's business API on behalf of one account. Thread-safe. */
final class TikTokApi {

  private static final int NOT_JSON = -1;

  private final TikTokSettings settings;
  private final TikTokErrors errors;
  private final AuthorisedCalls calls;

  TikTokApi(TikTokSettings settings, AccessTokens tokens, HttpTransport transport) {
    this.settings = settings;
    this.errors = new TikTokErrors(settings.windowClosedCodes());
    this.calls = new AuthorisedCalls(transport, tokens, this::refusesToken);
  }

  /**
   * Reads the data of an answer.
   *
   * @throws PlatformException for everything but code 0
   */
  JsonNode get(String path, Map<String, String> parameters, Charge charge) {
    Exchange exchange =
        calls.read(charge, token -> HttpCall.get(address(path, parameters), headers(token)));
    return data(exchange.answer(Platform.TIKTOK), charge);
  }

  /** Posts a message. */
  SendOutcome send(String path, JsonNode message, BeforeWrite beforeWrite) {
    return calls.post(
        token -> HttpCall.post(address(path, Map.of()), headers(token), Json.write(message)),
        beforeWrite,
        this::outcome);
  }

  private SendOutcome outcome(Exchange.Answered answer) {
    int code = code(answer);
    if (code == 0) {
      return Json.readObject(answer.body())
          .map(body -> Json.text(body.path("data").path("message"), "message_id"))
          .<SendOutcome>map(id -> new SendOutcome.Sent(id, Optional.empty()))
          .orElseGet(
              () ->
                  SendOutcome.MayHaveBeenSent.because(
                      new ErrorCode(answer.status(), "no_message_id", "")));
    }
    PlatformFailure failure = errors.failure(answer, code);
    if (!errors.provesRefusal(answer, code)) {
      return SendOutcome.MayHaveBeenSent.because(failure.code());
    }
    // A conversation that does not exist is a person who cannot be reached.
    return SendOutcome.ProvedNotExecuted.because(
        failure instanceof PlatformFailure.NotFound missing
            ? new PlatformFailure.RecipientUnreachable(missing.code())
            : failure);
  }

  private JsonNode data(Exchange.Answered answer, Charge charge) {
    int code = code(answer);
    if (code == NOT_JSON && answer.isSuccess()) {
      throw new PlatformException(
          Platform.TIKTOK,
          new PlatformFailure.Transient(new ErrorCode(answer.status(), "not_json", "")));
    }
    if (code != 0) {
      PlatformFailure failure = errors.failure(answer, code);
      charge.refused(failure);
      throw new PlatformException(Platform.TIKTOK, failure);
    }
    return Json.readObject(answer.body()).map(body -> body.path("data")).orElse(Json.object());
  }

  private boolean refusesToken(Exchange.Answered answer) {
    int code = code(answer);
    return code != 0 && errors.failure(answer, code) instanceof PlatformFailure.Auth;
  }

  private static int code(Exchange.Answered answer) {
    return Json.readObject(answer.body())
        .map(body -> body.path("code").asInt(NOT_JSON))
        .orElse(NOT_JSON);
  }

  private URI address(String path, Map<String, String> parameters) {
    return Query.address(settings.baseUri(), settings.version() + "/" + path, parameters);
  }

  private static Map<String, String> headers(Secret token) {
    return Map.of("Access-Token", token.value(), "Content-Type", "application/json");
  }
}
