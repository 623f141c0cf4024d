package dev.outreach.drafting.gemini;

import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import dev.outreach.drafting.domain.Brief;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes single calls. Each has a time limit, because without one a call of this library can hang
 * for ever; the library's own tries again are off, because they ignore what the service asks for
 * and sleep after the last try. Thread-safe.
 */
final class GeminiCalls implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GeminiCalls.class);
  private static final int CONNECTIONS = 512;

  private final Client client;
  private final List<String> models;
  private final AtomicInteger current = new AtomicInteger();

  GeminiCalls(GeminiSettings settings) {
    this.models = settings.models();
    HttpOptions.Builder http =
        HttpOptions.builder()
            .timeout(Math.toIntExact(settings.callWithin().toMillis()))
            .retryOptions(HttpRetryOptions.builder().attempts(1).initialDelay(0.0).build());
    settings.baseUrl().ifPresent(url -> http.baseUrl(url.toString()));
    this.client =
        Client.builder()
            .apiKey(settings.apiKey().value())
            .vertexAI(false)
            .httpOptions(http.build())
            .clientOptions(
                ClientOptions.builder()
                    .maxConnections(CONNECTIONS)
                    .maxConnectionsPerHost(CONNECTIONS)
                    .build())
            .build();
  }

  /** The model the next call goes to. */
  String model() {
    return models.get(current.get());
  }

  /**
   * One call; a model that does not exist any more is passed over for the next in the list, for all
   * calls to come.
   *
   * @throws InterruptedException where the thread was interrupted
   */
  Reply call(Brief brief) throws InterruptedException {
    int index = current.get();
    while (true) {
      try {
        return generate(brief, models.get(index));
      } catch (ApiException refused) {
        if (!Failures.isModelMissing(refused) || index == models.size() - 1) {
          return Failures.of(refused);
        }
        index = passOver(index);
      } catch (GenAiIOException unreachable) {
        if (Thread.interrupted()) {
          throw new InterruptedException("the call was interrupted");
        }
        return Failures.of(unreachable);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private Reply generate(Brief brief, String model) {
    return ReplyReader.read(
        client.models.generateContent(
            model, GeminiRequest.data(brief), GeminiRequest.config(brief, model)));
  }

  private int passOver(int missing) {
    if (current.compareAndSet(missing, missing + 1)) {
      log.warn("model {} does not exist, {} is used", models.get(missing), models.get(missing + 1));
    }
    return missing + 1;
  }
}
