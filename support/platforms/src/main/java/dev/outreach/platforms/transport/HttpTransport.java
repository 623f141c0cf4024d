package dev.outreach.platforms.transport;

import dev.outreach.platforms.BeforeWrite;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes HTTP calls that always end within the timeout, follow no redirect and are never repeated.
 * Thread-safe; one instance serves a whole process.
 */
public final class HttpTransport implements AutoCloseable {

  private static final long LARGEST_ANSWER = 8L * 1024 * 1024;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpTimeouts timeouts;
  private final HttpClient client;

  public HttpTransport(HttpTimeouts timeouts) {
    this.timeouts = timeouts;
    this.client =
        HttpClient.newBuilder()
            // One request per connection at a time: what left and what did not stays easy to tell.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeouts.connect())
            .executor(executor)
            .build();
  }

  /** A call that may be repeated by the caller. */
  public Exchange call(HttpCall call) {
    return call(call, () -> {});
  }

  /**
   * A call whose body must not leave before {@code beforeWrite} has returned, and not at all if it
   * throws. A call without a body can be {@link Exchange.NeverWritten} only as long as nothing was
   * connected; {@code beforeWrite} does not run for it.
   */
  public Exchange call(HttpCall call, BeforeWrite beforeWrite) {
    GuardedBody body = new GuardedBody(call.body(), beforeWrite);
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(
            request(call, body),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER));
    try {
      return answered(response.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      return ended(body, name(failed.getCause() == null ? failed : failed.getCause()));
    } catch (TimeoutException tooLong) {
      response.cancel(true);
      return ended(body, "timeout");
    } catch (InterruptedException asked) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      return ended(body, "interrupted");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    executor.shutdownNow();
  }

  private static HttpRequest request(HttpCall call, GuardedBody body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.address());
    call.headers().forEach(request::header);
    return request.method(call.method(), body).build();
  }

  private static Exchange ended(GuardedBody body, String cause) {
    return body.withhold() ? new Exchange.NeverWritten(cause) : new Exchange.Unanswered(cause);
  }

  private static Exchange answered(HttpResponse<String> response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new Exchange.Answered(response.statusCode(), Map.copyOf(headers), response.body());
  }

  private static String name(Throwable cause) {
    return cause.getClass().getSimpleName();
  }
}
