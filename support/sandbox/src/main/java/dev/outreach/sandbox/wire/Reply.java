package dev.outreach.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer of a simulated platform. */
public record Reply(int status, Map<String, String> headers, String contentType, String body) {

  public static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of(), "application/json; charset=UTF-8", Json.write(body));
  }

  public static Reply ok(JsonNode body) {
    return json(200, body);
  }

  public static Reply text(int status, String contentType, String body) {
    return new Reply(status, Map.of(), contentType, body);
  }

  /** The same reply with more headers. */
  public Reply with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Reply(status, Map.copyOf(all), contentType, body);
  }
}
