package dev.outreach.platforms.transport;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
