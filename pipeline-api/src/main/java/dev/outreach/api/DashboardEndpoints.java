package dev.outreach.api;

import dev.outreach.api.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the web page out of the dashboard's jar; its router shows the right page of it. */
final class DashboardEndpoints {

  private static final String FOLDER = "/dashboard/";
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  /** Vite puts a hash of the content into the name, so such a file never changes. */
  private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final Optional<URI> websites;

  DashboardEndpoints(Optional<URI> websites) {
    this.websites = websites;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, "/api/entry", this::entry),
        Route.open(HandlerType.GET, "/", this::page),
        Route.open(HandlerType.GET, "/outreach/<page>", this::page),
        Route.open(HandlerType.GET, "/assets/{file}", this::asset));
  }

  private record Entry(@Nullable String websitesUrl) {}

  private void entry(Context context) {
    Exchange.answer(context, 200, new Entry(websites.map(URI::toString).orElse(null)));
  }

  private void page(Context context) throws IOException {
    context
        .header("Cache-Control", "no-cache")
        .contentType("text/html; charset=utf-8")
        .result(read("index.html"));
  }

  private void asset(Context context) throws IOException {
    String file = context.pathParam("file");
    String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (!FILE.matcher(file).matches() || type == null) {
      throw noFile().thrown();
    }
    String caching =
        HASHED.matcher(file).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    byte[] content = read("assets/" + file);
    context.header("Cache-Control", caching).contentType(type).result(content);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = DashboardEndpoints.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw noFile().thrown();
      }
      return in.readAllBytes();
    }
  }

  private static Problem noFile() {
    return Problem.notFound("The dashboard has no such file");
  }
}
