package dev.outreach.standalone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outreach.runtime.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Speaks JSON over HTTP as any outside program would, to the pipeline or to the sandbox.
 * Thread-safe. An answer that is none of success or conflict is a {@link RefusedRequest}; where
 * nobody listens at the address, a {@link ConnectException} says so.
 */
public final class JsonClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<Integer> ANSWERS = Set.of(200, 201, 202, 409);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String address;
  private final Optional<Secret> token;

  private JsonClient(String address, Optional<Secret> token) {
    this.address = address;
    this.token = token;
  }

  /** A client of the API at an address such as {@code http://127.0.0.1:8080}. */
  public static JsonClient ofPipeline(String address, Secret token) {
    return new JsonClient(address, Optional.of(token));
  }

  /** A client of the sandbox's administration. */
  public static JsonClient ofSandbox(String address) {
    return new JsonClient(address, Optional.empty());
  }

  /** What answers at a path. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET().build());
  }

  /** Every item of a list, page after page. */
  public List<JsonNode> all(String path) throws IOException, InterruptedException {
    List<JsonNode> items = new ArrayList<>();
    String separator = path.contains("?") ? "&" : "?";
    String next = "";
    do {
      JsonNode page =
          get(path + separator + "limit=200" + (next.isEmpty() ? "" : "&after=" + next));
      page.path("items").forEach(items::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty() && !"null".equals(next));
    return items;
  }

  /** Posts a body; a refusal (409) is an answer too. */
  public JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(request("POST", path, body).build());
  }

  /** Puts a body. */
  public JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(request("PUT", path, body).build());
  }

  /** Posts a body under a key: however often it is posted, it is the same request. */
  public JsonNode postOnce(String path, String key, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(request("POST", path, body).header("Idempotency-Key", key).build());
  }

  private HttpRequest.Builder request(String method, String path, Map<String, ?> body)
      throws IOException {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.value()));
    return request;
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = answer(request);
    if (!ANSWERS.contains(response.statusCode())) {
      throw new RefusedRequest(
          request.uri().getPath(), response.statusCode(), detail(response.body()));
    }
    return JSON.readTree(response.body());
  }

  private HttpResponse<byte[]> answer(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ConnectException nobody) {
      ConnectException said =
          new ConnectException("Nothing listens at " + address + ": see 'outreach health'");
      said.initCause(nobody);
      throw said;
    }
  }

  private static String detail(byte[] body) {
    try {
      JsonNode problem = JSON.readTree(body);
      return problem.path("detail").asText(problem.path("error").asText("no detail"));
    } catch (IOException _) {
      return "no JSON";
    }
  }
}
