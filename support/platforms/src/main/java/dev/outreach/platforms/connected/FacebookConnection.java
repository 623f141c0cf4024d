package dev.outreach.platforms.connected;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.facebook.Facebook;
import dev.outreach.platforms.facebook.FacebookSettings;
import dev.outreach.platforms.transport.Reach;
import java.util.Optional;

/** A Facebook Page, by {@code OUTREACH_FACEBOOK_*}. */
final class FacebookConnection {

  private FacebookConnection() {}

  static Connection of(Credentials credentials, Reach reach) {
    String page = credentials.required("ACCOUNT_ID", "the Page's id, for example 309968765748101");
    Facebook facebook =
        new Facebook(
            FacebookSettings.usual(
                    MetaCredentials.graph(credentials), page, MetaCredentials.webhook(credentials))
                .withLimit(credentials::limit),
            MetaCredentials.tokens(Platform.FACEBOOK, credentials, reach),
            reach);
    return new Connection(
        Platform.FACEBOOK,
        page,
        Facebook.capabilities(),
        Optional.of(facebook.discovery()),
        MetaCredentials.terms(credentials),
        Optional.of(facebook.messaging()),
        Optional.of(facebook.webhook()),
        Optional.of(facebook.conversations()));
  }
}
