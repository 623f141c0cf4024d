package dev.outreach.platforms.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.quota.Charge;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How an HTTP call ended. */
public sealed interface Exchange {

  /**
   * The platform answered completely.
   *
   * @param headers by lower-case name
   */
  record Answered(int status, Map<String, String> headers, String body) implements Exchange {

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** {@code Retry-After}, where it is given in seconds. */
    public Optional<Duration> retryAfter() {
      return header("retry-after")
          .filter(value -> value.matches("\\d{1,6}"))
          .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /**
     * This answer, where it is a success.
     *
     * @param charge is told of a refusal
     * @param failures reads what a refusal means
     * @throws PlatformException where it is a refusal
     */
    public Answered success(
        Platform platform, Charge charge, Function<Answered, PlatformFailure> failures) {
      if (isSuccess()) {
        return this;
      }
      PlatformFailure failure = failures.apply(this);
      charge.refused(failure);
      throw new PlatformException(platform, failure);
    }

    /**
     * The JSON object in the body.
     *
     * @throws PlatformException where there is none, as something that passes
     */
    public JsonNode object(Platform platform) {
      return Json.readObject(body)
          .orElseThrow(
              () ->
                  new PlatformException(
                      platform,
                      new PlatformFailure.Transient(new ErrorCode(status, "not_json", ""))));
    }
  }

  /**
   * No byte of the body left: the platform cannot have acted on it.
   *
   * @param cause stable name, such as {@code ConnectException}
   */
  record NeverWritten(String cause) implements Exchange {}

  /** The body may have left and no complete answer came. */
  record Unanswered(String cause) implements Exchange {}

  /**
   * The answer to a call that may be repeated.
   *
   * @throws PlatformException where none came, as something that passes
   */
  default Answered answer(Platform platform) {
    return switch (this) {
      case Answered answered -> answered;
      case NeverWritten never -> throw silent(platform, never.cause());
      case Unanswered silence -> throw silent(platform, silence.cause());
    };
  }

  private static PlatformException silent(Platform platform, String cause) {
    return new PlatformException(
        platform, new PlatformFailure.Transient(ErrorCode.noAnswer(cause)));
  }
}
