package dev.outreach.platforms.connected;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.RenewedTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.linkedin.LinkedIn;
import dev.outreach.platforms.linkedin.LinkedInSettings;
import dev.outreach.platforms.linkedin.LinkedInTokens;
import dev.outreach.platforms.transport.Reach;
import java.util.List;
import java.util.Optional;

/** A LinkedIn app and its member, by {@code OUTREACH_LINKEDIN_*}. */
final class LinkedInConnection {

  private LinkedInConnection() {}

  static Connection of(Credentials credentials, Reach reach) {
    String member =
        credentials.required("ACCOUNT_ID", "our own URN, for example urn:li:person:abc");
    List<Secret> secrets = credentials.secrets("APP_SECRET", "the app's client secret");
    LinkedInSettings settings =
        LinkedInSettings.usual(
                credentials.baseUrl("https://api.linkedin.com"),
                credentials.optional("VERSION").orElse("202607"),
                member,
                secrets)
            .withLimit(credentials::limit)
            .withDailyCalls(credentials.count("DAILY_CALLS"));
    LinkedIn linkedin =
        new LinkedIn(
            credentials.isYes("COMPANY_SEARCH") ? settings.withCompanySearch() : settings,
            tokens(credentials, secrets.getFirst(), reach),
            reach);
    return new Connection(
        Platform.LINKEDIN,
        member,
        LinkedIn.capabilities(),
        Optional.of(linkedin.discovery()),
        SendingTerms.CLICKS,
        // Approved partners only: a credential alone does not mean that LinkedIn opened it.
        credentials.isYes("MESSAGES") ? Optional.of(linkedin.messaging()) : Optional.empty(),
        Optional.of(linkedin.webhook()),
        Optional.empty());
  }

  /** Renewed where the app was given a refresh token. */
  private static AccessTokens tokens(Credentials credentials, Secret appSecret, Reach reach) {
    Optional<String> refreshToken = credentials.optional("REFRESH_TOKEN");
    if (refreshToken.isEmpty()) {
      return credentials.tokens();
    }
    LinkedInTokens renewal =
        new LinkedInTokens(
            credentials.address(
                "OAUTH_URL", credentials.optional("OAUTH_URL").orElse("https://www.linkedin.com")),
            new LinkedInTokens.Client(
                credentials.required("APP_ID", "the app's client id"),
                appSecret,
                new Secret(refreshToken.get())),
            reach.transport(),
            reach.clock());
    return new RenewedTokens(credentials.tokens().current(), _ -> renewal.refresh(), reach.clock());
  }
}
