package dev.outreach.platforms.transport;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts addresses together. */
public final class Query {

  private Query() {}

  /** The base address, the path below it, and percent-encoded parameters. */
  public static URI address(URI base, String path, Map<String, String> parameters) {
    String start = base.toString().replaceFirst("/+$", "") + "/" + path;
    return URI.create(parameters.isEmpty() ? start : start + "?" + encode(parameters));
  }

  /** {@code application/x-www-form-urlencoded}. */
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Percent-encodes one value, blanks included. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
