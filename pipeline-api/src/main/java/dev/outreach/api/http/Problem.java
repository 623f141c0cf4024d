package dev.outreach.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem document (RFC 9457, {@code application/problem+json}).
 *
 * @param type always {@code about:blank}: the code tells problems apart
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what went wrong here and what to do next
 * @param code stable, for programs
 * @param errors the fields at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, String code, List<FieldProblem> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A request that cannot be understood. */
  public static Problem invalid(List<FieldProblem> errors) {
    return new Problem(
        "about:blank",
        "Bad Request",
        400,
        "The request has %d mistake(s), see errors".formatted(errors.size()),
        "INVALID_REQUEST",
        errors);
  }

  /** A body that is no JSON object. */
  public static Problem malformed(String detail) {
    return of(400, "MALFORMED_JSON", detail);
  }

  /** No or a wrong token. */
  public static Problem unauthorized(String detail) {
    return of(401, "UNAUTHORIZED", detail);
  }

  /** No such thing. */
  public static Problem notFound(String detail) {
    return of(404, "NOT_FOUND", detail);
  }

  /** Understood, but not allowed as things stand. */
  public static Problem conflict(String code, String detail) {
    return of(409, code, detail);
  }

  /** A part we need does not answer; worth trying again. */
  public static Problem unavailable(String code, String detail) {
    return of(503, code, detail);
  }

  /** Any other problem without fields at fault. */
  public static Problem of(int status, String code, String detail) {
    return new Problem("about:blank", titleOf(status), status, detail, code, List.of());
  }

  /** Thrown to answer with this problem. */
  public ProblemException thrown() {
    return new ProblemException(this);
  }

  private static String titleOf(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 422 -> "Unprocessable Content";
      case 503 -> "Service Unavailable";
      default -> status < 500 ? "Request Refused" : "Internal Server Error";
    };
  }
}
