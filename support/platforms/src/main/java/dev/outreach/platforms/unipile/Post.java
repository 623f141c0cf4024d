package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.transport.Json;
import java.util.Map;

/**
 * A call with a body.
 *
 * @param path below the base address, without a leading slash
 */
record Post(String path, Map<String, String> parameters, String contentType, String body) {

  static Post json(String path, Map<String, String> parameters, JsonNode body) {
    return new Post(path, parameters, "application/json", Json.write(body));
  }

  /** Leaves the body out. */
  @Override
  public String toString() {
    return "Post[" + contentType + "]";
  }
}
