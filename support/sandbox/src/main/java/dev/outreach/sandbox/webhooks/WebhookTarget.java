package dev.outreach.sandbox.webhooks;

import java.net.URI;
import java.util.List;

/**
 * Where a platform posts its webhooks.
 *
 * @param secret signs each body
 * @param retryAfterSeconds waits between the attempts; when all are used up the webhook is given up
 */
public record WebhookTarget(URI url, String secret, List<Long> retryAfterSeconds) {

  public WebhookTarget {
    retryAfterSeconds = List.copyOf(retryAfterSeconds);
  }

  /** Retries for about an hour, as Meta does before it unsubscribes. */
  public static WebhookTarget withUsualRetries(URI url, String secret) {
    return new WebhookTarget(url, secret, List.of(1L, 2L, 5L, 10L, 30L, 60L, 300L, 900L, 2400L));
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "WebhookTarget[url=" + url + "]";
  }
}
