package dev.outreach.platforms.connected;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.instagram.Instagram;
import dev.outreach.platforms.instagram.InstagramSettings;
import dev.outreach.platforms.transport.Reach;
import java.util.Optional;

/** Instagram, by {@code OUTREACH_INSTAGRAM_*}. */
final class InstagramConnection {

  private InstagramConnection() {}

  static Connection of(Credentials credentials, Reach reach) {
    String account =
        credentials.required("ACCOUNT_ID", "the IG user id, for example 17841405309211844");
    Instagram instagram =
        new Instagram(
            InstagramSettings.usual(
                    MetaCredentials.graph(credentials),
                    account,
                    MetaCredentials.webhook(credentials))
                .withLimit(credentials::limit),
            MetaCredentials.tokens(Platform.INSTAGRAM, credentials, reach),
            reach);
    return new Connection(
        Platform.INSTAGRAM,
        account,
        Instagram.capabilities(),
        Optional.of(instagram.discovery()),
        MetaCredentials.terms(credentials),
        Optional.of(instagram.messaging()),
        Optional.of(instagram.webhook()),
        Optional.of(instagram.conversations()));
  }
}
