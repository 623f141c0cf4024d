package dev.outreach.api;

import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.FieldProblem;
import dev.outreach.api.http.Json;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.ProblemException;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.http.QueryString;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads requests and writes answers the one way this API does it. */
final class Exchange {

  static final int LARGEST_BODY = 1024 * 1024;

  private static final String JSON = "application/json";
  private static final String RETRY_SECONDS = "2";
  private static final int LONGEST_KEY = 200;

  private Exchange() {}

  static void answer(Context context, int status, Object value) {
    context.status(status).contentType(JSON).result(Json.bytes(value));
  }

  static void refuse(Context context, Problem problem) {
    if (problem.status() == 503) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    context
        .status(problem.status())
        .contentType(Problem.MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .result(Json.bytes(problem));
  }

  static QueryFields query(Context context) {
    return new QueryFields(QueryString.parse(context.queryString()));
  }

  static BodyFields body(Context context) {
    return BodyFields.of(bytes(context));
  }

  /** The body as received; also a body of unknown length is not read beyond the limit. */
  static byte[] bytes(Context context) {
    try (InputStream body = context.bodyInputStream()) {
      byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
      if (bytes.length > LARGEST_BODY) {
        throw Problem.of(413, "TOO_LARGE", "The body is larger than 1 MiB: send less at once")
            .thrown();
      }
      return bytes;
    } catch (IOException broken) {
      throw new UncheckedIOException("the caller stopped sending", broken);
    }
  }

  static UUID pathId(Context context) {
    return QueryFields.idOf(context.pathParam("id"))
        .orElseThrow(
            () ->
                Problem.invalid(
                        List.of(
                            new FieldProblem(
                                "id", "is not a UUID", "use the id as our answers show it")))
                    .thrown());
  }

  /** The answer to an idempotency key that stands for another request. */
  static ProblemException keyReused() {
    return Problem.of(
            422,
            "IDEMPOTENCY_KEY_REUSED",
            "This Idempotency-Key was sent before with another request: send a new key for a new"
                + " request, or exactly the first request to get its answer again")
        .thrown();
  }

  static Optional<String> idempotencyKey(Context context) {
    Optional<String> key = Optional.ofNullable(context.header("Idempotency-Key"));
    if (key.isPresent() && (key.get().isBlank() || key.get().length() > LONGEST_KEY)) {
      throw Problem.invalid(
              List.of(
                  new FieldProblem(
                      "Idempotency-Key", "is empty or too long", "send 1 to 200 characters")))
          .thrown();
    }
    return key;
  }
}
