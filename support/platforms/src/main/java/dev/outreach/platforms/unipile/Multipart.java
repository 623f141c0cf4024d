package dev.outreach.platforms.unipile;

import java.util.Map;

/** A {@code multipart/form-data} body of text fields. Not thread-safe. */
final class Multipart {

  private final String boundary;
  private final StringBuilder body = new StringBuilder();

  /**
   * An empty form.
   *
   * @param key makes the boundary, which must not occur in the texts
   */
  Multipart(String key) {
    this.boundary = "outreach-" + key.replaceAll("[^A-Za-z0-9]", "") + "-boundary";
  }

  Multipart with(String name, String text) {
    body.append("--").append(boundary).append("\r\n");
    body.append("Content-Disposition: form-data; name=\"").append(name).append("\"\r\n");
    body.append("Content-Type: text/plain; charset=UTF-8\r\n\r\n").append(text).append("\r\n");
    return this;
  }

  Post post(String path) {
    return new Post(
        path,
        Map.of(),
        "multipart/form-data; boundary=" + boundary,
        body + "--" + boundary + "--\r\n");
  }
}
