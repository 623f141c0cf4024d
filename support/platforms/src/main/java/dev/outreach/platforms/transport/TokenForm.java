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
    return read(transport.call(call).answer(platform));
  }

  private FreshToken read(Exchange.Answered answer) {
    JsonNode body = Json.readObject(answer.body()).orElse(Json.object());
    String token = Json.text(body, "access_token");
    if (answer.isSuccess() && token != null) {
      return new FreshToken(
          new Secret(token), clock.instant().plusSeconds(body.path("expires_in").asLong()));
    }
    throw new PlatformException(
        platform,
        failure(answer, new ErrorCode(answer.status(), body.path("error").asText("no_token"), "")));
  }

  /** RFC 6749 knows refusals only; being asked too often and outages are HTTP's. */
  private static PlatformFailure failure(Exchange.Answered answer, ErrorCode code) {
    if (answer.status() == 429) {
      return new PlatformFailure.RateLimit(code, answer.retryAfter());
    }
    return answer.status() >= 500
        ? new PlatformFailure.Transient(code)
        : new PlatformFailure.Auth(code);
  }
}
