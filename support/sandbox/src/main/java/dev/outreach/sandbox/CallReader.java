package dev.outreach.sandbox;

import dev.outreach.sandbox.wire.Call;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes a request out of the web server's hands. */
final class CallReader {

  private CallReader() {}

  static Call read(Context context, String prefix) {
    Map<String, String> query = new HashMap<>();
    context.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    Map<String, String> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new Call(
        context.req().getMethod(),
        segments(context.req().getRequestURI().substring(prefix.length() + 2)),
        Map.copyOf(query),
        Map.copyOf(headers),
        context.body());
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/"))
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }
}
