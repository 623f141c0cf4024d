package dev.outreach.platforms.unipile;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls to Unipile. Thread-safe. */
final class UnipileApi {

  private final UnipileSettings settings;
  private final AuthorisedCalls calls;

  UnipileApi(UnipileSettings settings, AccessTokens keys, HttpTransport transport) {
    this.settings = settings;
    this.calls =
        new AuthorisedCalls(
            transport,
            keys,
            answer -> UnipileErrors.failure(answer) instanceof PlatformFailure.Auth);
  }

  Platform platform() {
    return settings.platform();
  }

  /** Reads a resource that no quota counts. */
  JsonNode get(Read read) {
    return get(read, Charge.none());
  }

  /**
   * Reads a resource.
   *
   * @throws PlatformException for everything but a success that holds JSON
   */
  JsonNode get(Read read, Charge charge) {
    return read(
        calls.read(
            charge,
            key ->
                HttpCall.get(
                    Query.address(settings.baseUri(), read.path(), read.parameters()),
                    Map.of("X-API-KEY", key.value()))),
        charge);
  }

  /** Asks for something by a body, which may be repeated. */
  JsonNode ask(Post post, Charge charge) {
    return read(calls.read(charge, key -> call(post, key)), charge);
  }

  /** Posts a message. */
  SendOutcome send(Post message, BeforeWrite beforeWrite) {
    return send(message, List.of("message_id"), beforeWrite);
  }

  /** Posts an invitation; version 1 calls its id {@code invitation_id}, version 2 {@code id}. */
  SendOutcome invite(Post invitation, BeforeWrite beforeWrite) {
    return send(invitation, List.of("invitation_id", "id"), beforeWrite);
  }

  private SendOutcome send(Post post, List<String> idFields, BeforeWrite beforeWrite) {
    return calls.post(key -> call(post, key), beforeWrite, answer -> outcome(answer, idFields));
  }

  private HttpCall call(Post post, Secret key) {
    return HttpCall.post(
        Query.address(settings.baseUri(), post.path(), post.parameters()),
        Map.of("X-API-KEY", key.value(), "Content-Type", post.contentType()),
        post.body());
  }

  private static SendOutcome outcome(Exchange.Answered answer, List<String> idFields) {
    if (answer.isSuccess()) {
      JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
      return idFields.stream()
          .flatMap(field -> Optional.ofNullable(Json.text(body, field)).stream())
          .findFirst()
          .<SendOutcome>map(
              id -> new SendOutcome.Sent(id, Optional.ofNullable(Json.text(body, "chat_id"))))
          .orElseGet(
              () ->
                  SendOutcome.MayHaveBeenSent.because(
                      new ErrorCode(answer.status(), "no_message_id", "")));
    }
    PlatformFailure failure = UnipileErrors.failure(answer);
    return UnipileErrors.provesRefusal(answer)
        ? SendOutcome.ProvedNotExecuted.because(failure)
        : SendOutcome.MayHaveBeenSent.because(failure.code());
  }

  private JsonNode read(Exchange exchange, Charge charge) {
    return exchange
        .answer(settings.platform())
        .success(settings.platform(), charge, UnipileErrors::failure)
        .object(settings.platform());
  }
}
