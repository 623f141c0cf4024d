package dev.outreach.standalone.stack;

import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.sandbox.facebook.FacebookSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import dev.outreach.sandbox.unipile.UnipileSettings;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import java.io.IOException;
import java.net.URI;

/** The sandbox of a stack: it knows the stack's time and where the stack takes webhooks. */
final class LocalSandbox {

  private LocalSandbox() {}

  static Sandbox start(StackOptions options) throws IOException {
    SandboxSettings settings =
        SandboxSettings.in(StackSettings.sandboxFolder(options.folder()), options.clock())
            .withPort(options.ports().sandbox())
            .with(InstagramSettings.defaults().withWebhook(webhook("instagram", options)))
            .with(FacebookSettings.defaults().withWebhook(webhook("facebook", options)))
            .with(TikTokSettings.defaults().withWebhook(webhook("tiktok", options)))
            .with(UnipileSettings.defaults().withWebhook(webhook("unipile-linkedin", options)));
    return Sandbox.start(settings);
  }

  private static WebhookTarget webhook(String platform, StackOptions options) {
    URI address =
        URI.create("http://127.0.0.1:" + options.ports().http() + "/webhooks/" + platform);
    return WebhookTarget.withUsualRetries(address, SandboxCredentials.WEBHOOK_SECRET);
  }
}
