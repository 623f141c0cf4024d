package dev.outreach.drafting.gemini;

import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import dev.outreach.drafting.domain.RefusalCode;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps what the library throws to a refusal. The service's own words are not passed on: they may
 * quote the request.
 */
final class Failures {

  /** The library keeps the details of an error only as text in its message. */
  private static final Pattern RETRY_DELAY =
      Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d{1,6}(?:\\.\\d{1,9})?)s\"");

  private Failures() {}

  static boolean isModelMissing(ApiException failure) {
    return failure.code() == 404;
  }

  static Reply.Bad of(ApiException failure) {
    String text = Objects.requireNonNullElse(failure.getMessage(), "");
    return switch (failure.code()) {
      case 400 ->
          text.contains("API_KEY_INVALID") || text.contains("API key not valid")
              ? forGood(RefusalCode.AUTH, "the service does not know the key")
              : forGood(RefusalCode.INVALID_REQUEST, "the service says the request is malformed");
      case 401, 403 -> forGood(RefusalCode.AUTH, "the key may not do this");
      case 404 -> forGood(RefusalCode.MODEL_UNAVAILABLE, "the service has none of the models");
      case 408, 504 -> forNow(RefusalCode.TIMEOUT, "the service took too long");
      case 429 ->
          new Reply.Bad(
              RefusalCode.QUOTA, "too many requests", true, retryDelay(text), Tokens.NONE);
      default ->
          failure.code() >= 500
              ? forNow(RefusalCode.TRANSIENT, "the service failed with " + failure.code())
              : forGood(RefusalCode.INVALID_REQUEST, "the service answered with " + failure.code());
    };
  }

  static Reply.Bad of(GenAiIOException failure) {
    if (failure.getCause() instanceof InterruptedIOException) {
      return forNow(RefusalCode.TIMEOUT, "no answer in time");
    }
    String text = Objects.requireNonNullElse(failure.getMessage(), "");
    return text.contains("parse the JSON")
        ? forNow(RefusalCode.SCHEMA, "the service answered with something else than JSON")
        : forNow(RefusalCode.TRANSIENT, "the service cannot be reached");
  }

  private static Optional<Duration> retryDelay(String text) {
    Matcher delay = RETRY_DELAY.matcher(text);
    if (!delay.find()) {
      return Optional.empty();
    }
    BigDecimal millis = new BigDecimal(delay.group(1)).movePointRight(3);
    return Optional.of(
        Duration.ofMillis(millis.setScale(0, RoundingMode.CEILING).longValueExact()));
  }

  private static Reply.Bad forGood(RefusalCode code, String reason) {
    return Reply.Bad.forGood(code, reason, Tokens.NONE);
  }

  private static Reply.Bad forNow(RefusalCode code, String reason) {
    return Reply.Bad.forNow(code, reason, Tokens.NONE);
  }
}
