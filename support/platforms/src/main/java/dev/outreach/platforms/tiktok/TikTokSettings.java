package dev.outreach.platforms.tiktok;

import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One TikTok business account of ours.
 *
 * @param baseUri {@code https://business-api.tiktok.com/open_api}, or a sandbox
 * @param version such as {@code v1.3}
 * @param marketplaceId the creator marketplace account used for discovery
 * @param webhookSecrets one or two client secrets; two while one replaces the other
 * @param webhookAge how old a webhook's signature may be
 * @param windowClosedCodes codes to read as a closed window; TikTok documents none
 * @param callsPerMinute of one endpoint that finding people may make, above zero; TikTok documents
 *     600, see developers.tiktok.com/doc/tiktok-api-v2-rate-limit
 */
public record TikTokSettings(
    URI baseUri,
    String version,
    String businessId,
    String marketplaceId,
    BenchmarkSet benchmarks,
    MessageLimit limit,
    List<Secret> webhookSecrets,
    Duration webhookAge,
    Set<Integer> windowClosedCodes,
    int callsPerMinute) {

  public TikTokSettings {
    webhookSecrets = List.copyOf(webhookSecrets);
    windowClosedCodes = Set.copyOf(windowClosedCodes);
    if (!version.matches("v\\d+\\.\\d+")) {
      throw new IllegalArgumentException("version is " + version + "; give it like v1.3");
    }
    if (businessId.isBlank()) {
      throw new IllegalArgumentException("businessId is blank; give the open_id of the account");
    }
    if (webhookSecrets.isEmpty() || webhookSecrets.size() > 2) {
      throw new IllegalArgumentException(
          "webhookSecrets holds " + webhookSecrets.size() + "; give one, or two during a change");
    }
    if (webhookAge.isNegative() || webhookAge.isZero()) {
      throw new IllegalArgumentException(
          "webhookAge is " + webhookAge + "; give a duration above zero");
    }
  }

  /** Version 1.3, creator benchmarks, 6000 characters, signatures of at most five seconds. */
  public static TikTokSettings usual(
      URI baseUri, String businessId, String marketplaceId, List<Secret> webhookSecrets) {
    return new TikTokSettings(
        baseUri,
        "v1.3",
        businessId,
        marketplaceId,
        BenchmarkSet.creators2026(),
        new MessageLimit(6000, MessageLimit.Unit.CHARACTERS),
        webhookSecrets,
        Duration.ofSeconds(5),
        Set.of(),
        600);
  }

  /** The same with another length of messages, given this one. */
  public TikTokSettings withLimit(UnaryOperator<MessageLimit> change) {
    return new TikTokSettings(
        baseUri,
        version,
        businessId,
        marketplaceId,
        benchmarks,
        change.apply(limit),
        webhookSecrets,
        webhookAge,
        windowClosedCodes,
        callsPerMinute);
  }

  /** The same with signatures of another age. */
  public TikTokSettings withWebhookAge(Duration age) {
    return new TikTokSettings(
        baseUri,
        version,
        businessId,
        marketplaceId,
        benchmarks,
        limit,
        webhookSecrets,
        age,
        windowClosedCodes,
        callsPerMinute);
  }

  public TikTokSettings withWindowClosedCodes(Set<Integer> codes) {
    return new TikTokSettings(
        baseUri,
        version,
        businessId,
        marketplaceId,
        benchmarks,
        limit,
        webhookSecrets,
        webhookAge,
        codes,
        callsPerMinute);
  }

  public TikTokSettings withCallsPerMinute(int calls) {
    return new TikTokSettings(
        baseUri,
        version,
        businessId,
        marketplaceId,
        benchmarks,
        limit,
        webhookSecrets,
        webhookAge,
        windowClosedCodes,
        calls);
  }
}
