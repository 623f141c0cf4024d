package dev.outreach.sandbox.tiktok;

import dev.outreach.sandbox.webhooks.WebhookTarget;
import java.util.Optional;

/**
 * How the simulated TikTok is set up.
 *
 * @param businessId our business account
 * @param marketplaceId our creator marketplace account
 * @param token the access token of both
 * @param region where our account is; Europe's may not send
 * @param people size of the invented population, 0 or more
 * @param callsPerSecond calls the account may make in a second
 */
public record TikTokSettings(
    String businessId,
    String marketplaceId,
    String token,
    String region,
    int people,
    int callsPerSecond,
    Optional<WebhookTarget> webhook) {

  public TikTokSettings {
    if (people < 0) {
      throw new IllegalArgumentException("people is " + people + "; give 0 or more");
    }
    if (callsPerSecond < 1) {
      throw new IllegalArgumentException("callsPerSecond must be 1 or more");
    }
  }

  /** What the first token is renewed with; each renewal gives another one. */
  public String refreshToken() {
    return "tt-sandbox-refresh-token";
  }

  /** An account in the United States, 300 people, no webhook. */
  public static TikTokSettings defaults() {
    return new TikTokSettings(
        "tt-business-7001", "tto-9001", "tt-sandbox-token", "US", 300, 2_000, Optional.empty());
  }

  public TikTokSettings inRegion(String newRegion) {
    return new TikTokSettings(
        businessId, marketplaceId, token, newRegion, people, callsPerSecond, webhook);
  }

  /** The same with a population of another size and calls that are as good as unlimited. */
  public TikTokSettings withPeople(int invented, int newCallsPerSecond) {
    return new TikTokSettings(
        businessId, marketplaceId, token, region, invented, newCallsPerSecond, webhook);
  }

  public TikTokSettings withWebhook(WebhookTarget target) {
    return new TikTokSettings(
        businessId, marketplaceId, token, region, people, callsPerSecond, Optional.of(target));
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "TikTokSettings[businessId=" + businessId + ", region=" + region + "]";
  }
}
