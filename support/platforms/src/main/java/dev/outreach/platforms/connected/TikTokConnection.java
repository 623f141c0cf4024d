package dev.outreach.platforms.connected;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.RenewedTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.tiktok.ResearchSettings;
import dev.outreach.platforms.tiktok.ResearchTokens;
import dev.outreach.platforms.tiktok.TikTok;
import dev.outreach.platforms.tiktok.TikTokResearch;
import dev.outreach.platforms.tiktok.TikTokSettings;
import dev.outreach.platforms.tiktok.TikTokTokens;
import dev.outreach.platforms.transport.Query;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A TikTok business account, by {@code OUTREACH_TIKTOK_*}. Where {@code RESEARCH_APPROVED} says so,
 * people are found through the Research API instead of the creator marketplace.
 */
final class TikTokConnection {

  private static final String USUAL_URL = "https://business-api.tiktok.com/open_api";
  private static final String RESEARCH_URL = "https://open.tiktokapis.com";
  private static final Secret NO_TOKEN_YET = new Secret("none-yet");
  private static final String WEBHOOK_AGE = "WEBHOOK_AGE";
  private static final String WINDOW_CLOSED_CODES = "WINDOW_CLOSED_CODES";

  private TikTokConnection() {}

  static Connection of(Credentials credentials, Reach reach) {
    String account = credentials.required("ACCOUNT_ID", "the business account's open_id");
    Optional<String> marketplace = credentials.optional("MARKETPLACE_ID");
    TikTok tiktok =
        new TikTok(
            TikTokSettings.usual(
                    credentials.baseUrl(USUAL_URL),
                    account,
                    marketplace.orElse(""),
                    credentials.secrets("APP_SECRET", "the app's client secret"))
                .withLimit(credentials::limit)
                .withWebhookAge(webhookAge(credentials))
                .withWindowClosedCodes(windowClosedCodes(credentials))
                .withCallsPerMinute(credentials.count("CALLS_PER_MINUTE").orElse(600)),
            tokens(credentials, reach),
            reach);
    boolean isApproved = credentials.isYes("RESEARCH_APPROVED");
    Optional<Discovery> discovery =
        isApproved
            ? Optional.of(research(credentials, reach))
            : marketplace.map(_ -> tiktok.discovery());
    return new Connection(
        Platform.TIKTOK,
        account,
        isApproved ? TikTokResearch.capabilities() : TikTok.capabilities(),
        discovery,
        SendingTerms.ANSWERS,
        Optional.of(tiktok.messaging()),
        Optional.of(tiktok.webhook()),
        Optional.of(tiktok.conversations()));
  }

  private static Discovery research(Credentials credentials, Reach reach) {
    URI base =
        credentials.address(
            "RESEARCH_BASE_URL", credentials.optional("RESEARCH_BASE_URL").orElse(RESEARCH_URL));
    String key = credentials.required("RESEARCH_CLIENT_KEY", "the research project's client key");
    Secret secret =
        new Secret(
            credentials.required("RESEARCH_CLIENT_SECRET", "the research project's client secret"));
    ResearchTokens tokens =
        new ResearchTokens(
            base, new ResearchTokens.Client(key, secret), reach.transport(), reach.clock());
    return TikTokResearch.discovery(
        new ResearchSettings(
            base,
            key,
            BenchmarkSet.creators2026(),
            credentials.count("RESEARCH_DAILY_REQUESTS").orElse(1_000)),
        RenewedTokens.atOnce(NO_TOKEN_YET, _ -> tokens.refresh(), reach.clock()),
        reach);
  }

  /** TikTok asks to refuse what is older than a few seconds, and says no figure. */
  private static Duration webhookAge(Credentials credentials) {
    String text = credentials.optional(WEBHOOK_AGE).orElse("5s");
    if (!text.matches("[1-9]\\d{0,2}s")) {
      throw new IllegalArgumentException(
          credentials.prefix() + WEBHOOK_AGE + " is " + text + ": give 1s to 999s");
    }
    return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
  }

  /** Renewed where there is a refresh token; without one it ends after a day. */
  private static AccessTokens tokens(Credentials credentials, Reach reach) {
    Optional<String> refreshToken = credentials.optional("REFRESH_TOKEN");
    if (refreshToken.isEmpty()) {
      return credentials.tokens();
    }
    TikTokTokens renewal =
        new TikTokTokens(
            Query.address(credentials.baseUrl(USUAL_URL), "v1.3", Map.of()),
            new TikTokTokens.Client(
                credentials.required("APP_ID", "the app's client id"),
                credentials.secrets("APP_SECRET", "the app's client secret").getFirst(),
                new Secret(refreshToken.get())),
            reach.transport(),
            reach.clock());
    return new RenewedTokens(credentials.tokens().current(), _ -> renewal.refresh(), reach.clock());
  }

  /** TikTok documents no code for a closed window: an operator enters what was seen. */
  private static Set<Integer> windowClosedCodes(Credentials credentials) {
    String text = credentials.optional(WINDOW_CLOSED_CODES).orElse("");
    if (!text.matches("|\\d{1,6}(\\s*,\\s*\\d{1,6})*")) {
      throw new IllegalArgumentException(
          credentials.prefix() + WINDOW_CLOSED_CODES + " is no list of codes: give 40003,40004");
    }
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .map(Integer::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
