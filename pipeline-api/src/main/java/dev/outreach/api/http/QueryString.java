package dev.outreach.api.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters behind the question mark. Nothing is left out: a parameter that went unread would
 * let a request act on another workspace than the one it names. Stateless and thread-safe.
 */
public final class QueryString {

  private QueryString() {}

  /**
   * Parameters by name, each with all its values.
   *
   * @param query as it came, percent-encoded; null where there is none
   * @throws ProblemException where a part cannot be decoded
   */
  public static Map<String, List<String>> parse(@Nullable String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query == null) {
      return parameters;
    }
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      byte[] bytes =
          URLDecoder.decode(text, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      throw Problem.invalid(
              List.of(
                  new FieldProblem(
                      "query",
                      "has a part that cannot be decoded",
                      "percent-encode names and values as UTF-8, a percent sign as %25")))
          .thrown();
    }
  }
}
