package dev.outreach.sandbox.unipile;

import dev.outreach.sandbox.webhooks.WebhookTarget;
import java.util.Optional;

/**
 * How the simulated Unipile is set up.
 *
 * @param people size of the invented population, 0 or more
 * @param sendsPerMinute messages an account may send in a rolling minute
 */
public record UnipileSettings(
    String apiKey,
    String linkedinAccount,
    String instagramAccount,
    int people,
    int sendsPerMinute,
    Optional<WebhookTarget> webhook) {

  public UnipileSettings {
    if (people < 0) {
      throw new IllegalArgumentException("people is " + people + "; give 0 or more");
    }
    if (sendsPerMinute < 1) {
      throw new IllegalArgumentException(
          "sendsPerMinute is " + sendsPerMinute + "; give 1 or more");
    }
  }

  /** 300 people, five messages a minute, no webhook. */
  public static UnipileSettings defaults() {
    return new UnipileSettings(
        "unipile-sandbox-key", "acc_linkedin", "acc_instagram", 300, 5, Optional.empty());
  }

  public UnipileSettings withWebhook(WebhookTarget target) {
    return new UnipileSettings(
        apiKey, linkedinAccount, instagramAccount, people, sendsPerMinute, Optional.of(target));
  }

  public UnipileSettings withSendsPerMinute(int sends) {
    return new UnipileSettings(apiKey, linkedinAccount, instagramAccount, people, sends, webhook);
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "UnipileSettings[people=" + people + "]";
  }
}
