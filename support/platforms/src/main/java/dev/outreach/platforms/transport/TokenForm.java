package dev.outreach.platforms.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.FreshToken;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/**
 * Asks for an access token as RFC 6749 has it: a form, answered by {@code access_token} and {@code
 * expires_in}, or by {@code error}. Thread-safe.
 */
public final class TokenForm {

  private final Platform platform;
  private final URI address;
  private final HttpTransport transport;
  private final Clock clock;

  /** Asks there. */
  public TokenForm(Platform platform, URI address, HttpTransport transport, Clock clock) {
    this.platform = platform;
    this.address = address;
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * Asks with these fields.
   *
   * @throws PlatformException where the platform refuses or cannot be reached
   */
  public FreshToken ask(Map<String, String> fields) {
    HttpCall call =
        HttpCall.post(
            address,
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            Query.encode(fields));
    return switch (transport.call(call)) {
      case Exchange.Answered answer -> read(answer);
      case Exchange.NeverWritten never -> throw unreachable(never.cause());
      case Exchange.Unanswered silence -> throw unreachable(silence.cause());
    };
  }

  private FreshToken read(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    String token = Json.text(body, "access_token");
    if (answer.isSuccess() && token != null) {
      return new FreshToken(
          new Secret(token), clock.instant().plusSeconds(body.path("expires_in").asLong()));
    }
    ErrorCode code = new ErrorCode(answer.status(), body.path("error").asText("no_token"), "");
    throw new PlatformException(
        platform,
        answer.status() >= 500
            ? new PlatformFailure.Transient(code)
            : new PlatformFailure.Auth(code));
  }

  private PlatformException unreachable(String cause) {
    return new PlatformException(
        platform, new PlatformFailure.Transient(ErrorCode.noAnswer(cause)));
  }
}
