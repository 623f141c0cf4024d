package dev.outreach.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request to a simulated platform.
 *
 * @param method upper case
 * @param path segments below the platform's prefix, decoded
 * @param query first value per name, decoded
 * @param headers by lower-case name
 * @param body read as UTF-8, empty for none
 */
public record Call(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** The segment at {@code index}, or an empty string past the end. */
  public String segment(int index) {
    return index < path.size() ? path.get(index) : "";
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public boolean isPost() {
    return method.equals("POST");
  }

  /** The body as JSON; a missing node where it is none, so that lookups simply find nothing. */
  public JsonNode json() {
    return Json.readOrMissing(body);
  }
}
