package dev.outreach.sandbox.webhooks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts the webhooks of one platform and retries those not acknowledged with 200. Thread-safe. */
public final class WebhookPoster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookPoster.class);
  private static final Duration ACKNOWLEDGE_WITHIN = Duration.ofSeconds(5);
  private static final int AT_ONCE = 32;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ACKNOWLEDGE_WITHIN)
          .build();
  private final ExecutorService posting = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService retrying =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-webhook-retries").factory());
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final AtomicReference<Optional<WebhookTarget>> target;
  private final Consumer<String> delivered;
  private final AtomicLong deliveredCount = new AtomicLong();
  private final AtomicLong abandonedCount = new AtomicLong();

  /**
   * @param delivered told the id of each inbound message whose webhook was acknowledged
   */
  public WebhookPoster(Optional<WebhookTarget> target, Consumer<String> delivered) {
    this.target = new AtomicReference<>(target);
    this.delivered = delivered;
  }

  public Optional<WebhookTarget> target() {
    return target.get();
  }

  /** From now on webhooks go here, retries of older ones included. */
  public void direct(WebhookTarget newTarget) {
    target.set(Optional.of(newTarget));
  }

  /**
   * Posts in the background; without a target the webhook is dropped, as on a platform nobody
   * subscribed to.
   */
  public void post(Webhook webhook) {
    submit(webhook, 0);
  }

  public long deliveredCount() {
    return deliveredCount.get();
  }

  /** Webhooks whose retries were all used up. */
  public long abandonedCount() {
    return abandonedCount.get();
  }

  private void submit(Webhook webhook, int attempt) {
    try {
      posting.execute(() -> target.get().ifPresent(to -> attempt(webhook, attempt, to)));
    } catch (RejectedExecutionException closing) {
      LOG.debug("a webhook is left for the next start");
    }
  }

  private void attempt(Webhook webhook, int attempt, WebhookTarget to) {
    if (acknowledged(webhook, to)) {
      deliveredCount.incrementAndGet();
      webhook.inboundId().ifPresent(delivered);
      return;
    }
    if (attempt >= to.retryAfterSeconds().size()) {
      abandonedCount.incrementAndGet();
      LOG.warn("webhook given up after {} attempts", attempt + 1);
      return;
    }
    retryLater(webhook, attempt + 1, to.retryAfterSeconds().get(attempt));
  }

  private void retryLater(Webhook webhook, int attempt, long seconds) {
    try {
      var _ = retrying.schedule(() -> submit(webhook, attempt), seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException closing) {
      LOG.debug("a webhook is left for the next start");
    }
  }

  private boolean acknowledged(Webhook webhook, WebhookTarget to) {
    slots.acquireUninterruptibly();
    try {
      return client.send(request(webhook, to), HttpResponse.BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notReached) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      slots.release();
    }
  }

  private static HttpRequest request(Webhook webhook, WebhookTarget to) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.url())
            .timeout(ACKNOWLEDGE_WITHIN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(webhook.body()));
    webhook.headers().get().forEach(request::header);
    return request.build();
  }

  @Override
  public void close() {
    retrying.shutdownNow();
    posting.shutdownNow();
    client.shutdownNow();
  }
}
