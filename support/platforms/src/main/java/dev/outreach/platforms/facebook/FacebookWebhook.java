package dev.outreach.platforms.facebook;

import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.meta.MetaWebhook;
import dev.outreach.platforms.meta.MetaWebhookBody;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Messenger's webhooks. */
final class FacebookWebhook implements Webhook {

  private final MetaWebhook signed;

  FacebookWebhook(MetaWebhookSettings settings) {
    this.signed = new MetaWebhook(settings);
  }

  @Override
  public Platform platform() {
    return Platform.FACEBOOK;
  }

  @Override
  public Handshake handshake(Map<String, String> query) {
    return signed.handshake(query);
  }

  @Override
  public SignatureCheck verify(byte[] rawBody, Map<String, String> headers) {
    return signed.verify(rawBody, headers);
  }

  @Override
  public ParsedWebhook parse(byte[] rawBody) {
    return MetaWebhookBody.parse(rawBody, "page");
  }

  @Override
  public Optional<Duration> replyWindow() {
    return Facebook.capabilities().replyWindow();
  }

  /** Always empty: Messenger tells the name of somebody who wrote, never a username. */
  @Override
  public Optional<String> usernameOf(String address) {
    return Optional.empty();
  }
}
