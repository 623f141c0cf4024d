package dev.outreach.platforms.transport;

import java.net.URI;
import java.util.Map;

/**
 * A request to a platform. Its address and headers may hold a token, so toString shows the method
 * and host only.
 *
 * @param body empty for none
 */
public record HttpCall(String method, URI address, Map<String, String> headers, String body) {

  public static HttpCall get(URI address, Map<String, String> headers) {
    return new HttpCall("GET", address, headers, "");
  }

  public static HttpCall post(URI address, Map<String, String> headers, String body) {
    return new HttpCall("POST", address, headers, body);
  }

  @Override
  public String toString() {
    return "HttpCall[" + method + " " + address.getHost() + "]";
  }
}
