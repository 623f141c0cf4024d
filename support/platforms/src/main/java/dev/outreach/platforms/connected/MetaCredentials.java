package dev.outreach.platforms.connected;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.RenewedTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaTokens;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.transport.Reach;
import java.util.Optional;

/** What Instagram and Facebook are told in the same words. */
final class MetaCredentials {

  private MetaCredentials() {}

  static MetaSettings graph(Credentials credentials) {
    return new MetaSettings(
        credentials.baseUrl("https://graph.facebook.com"),
        credentials.optional("GRAPH_VERSION").orElse("v26.0"),
        Optional.empty());
  }

  /** Renewed where the app's id is known; its secret is. */
  static AccessTokens tokens(Platform platform, Credentials credentials, Reach reach) {
    Optional<String> app = credentials.optional("APP_ID");
    if (app.isEmpty()) {
      return credentials.tokens();
    }
    Secret first = credentials.tokens().current();
    MetaTokens renewal =
        new MetaTokens(
            new MetaGraph(
                platform, graph(credentials), AccessTokens.fixed(first), reach.transport()),
            new MetaTokens.App(app.get(), webhook(credentials).secrets().getFirst()),
            reach.clock());
    return RenewedTokens.atOnce(first, renewal::exchange, reach.clock());
  }

  /** HUMAN_AGENT is a feature of its own that Meta approves app by app. */
  static SendingTerms terms(Credentials credentials) {
    return credentials.isYes("HUMAN_AGENT") ? SendingTerms.LONG_ANSWERS : SendingTerms.ANSWERS;
  }

  static MetaWebhookSettings webhook(Credentials credentials) {
    return new MetaWebhookSettings(
        credentials.secrets("APP_SECRET", "the app secret"),
        new Secret(
            credentials.required("VERIFY_TOKEN", "the text entered in the app's webhook form")));
  }
}
