package dev.outreach.standalone.stack;

import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import java.io.IOException;
import java.net.URI;

/** The sandbox of a stack: it knows the stack's time and where the stack takes webhooks. */
final class LocalSandbox {

  private LocalSandbox() {}

  static Sandbox start(StackOptions options) throws IOException {
    URI webhook = URI.create("http://127.0.0.1:" + options.ports().http() + "/webhooks/instagram");
    SandboxSettings settings =
        SandboxSettings.in(StackSettings.sandboxFolder(options.folder()), options.clock())
            .withPort(options.ports().sandbox())
            .with(
                InstagramSettings.defaults()
                    .withWebhook(
                        WebhookTarget.withUsualRetries(webhook, SandboxSecrets.WEBHOOK_SECRET)));
    return Sandbox.start(settings);
  }
}
