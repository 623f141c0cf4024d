package dev.outreach.platforms.instagram;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The adapter set up for the sandbox. */
final class InstagramFixture {

  static final Secret APP_SECRET = new Secret("app-secret-of-the-test");

  private static final HttpTransport TRANSPORT =
      new HttpTransport(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)));

  private InstagramFixture() {}

  static Instagram adapter(URI base, SandboxFixture sandbox) {
    return adapter(base, sandbox, "ig-sandbox-token");
  }

  static Instagram adapter(URI base, SandboxFixture sandbox, String token) {
    return new Instagram(
        InstagramSettings.usual(
            MetaSettings.at(base),
            "17841405309211844",
            new MetaWebhookSettings(
                List.of(new Secret("the-next-secret"), APP_SECRET), new Secret("verify-me"))),
        AccessTokens.fixed(new Secret(token)),
        new Reach(TRANSPORT, sandbox.clock()));
  }

  static String personWhoWrote(SandboxFixture sandbox, String username) {
    return sandbox.personWhoWrote("instagram", username);
  }
}
