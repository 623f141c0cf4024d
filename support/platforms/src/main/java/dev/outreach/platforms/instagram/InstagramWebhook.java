package dev.outreach.platforms.instagram;

import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.meta.MetaGraph;
import dev.outreach.platforms.meta.MetaWebhook;
import dev.outreach.platforms.meta.MetaWebhookBody;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.transport.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Instagram's webhooks. */
final class InstagramWebhook implements Webhook {

  private final MetaGraph graph;
  private final MetaWebhook signed;

  InstagramWebhook(MetaGraph graph, MetaWebhookSettings settings) {
    this.graph = graph;
    this.signed = new MetaWebhook(settings);
  }

  @Override
  public Platform platform() {
    return Platform.INSTAGRAM;
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
    return MetaWebhookBody.parse(rawBody, "instagram");
  }

  @Override
  public Optional<Duration> replyWindow() {
    return Instagram.capabilities().replyWindow();
  }

  /**
   * The profile of somebody who wrote, see
   * developers.facebook.com/docs/messenger-platform/instagram (user profile).
   */
  @Override
  public Optional<String> usernameOf(String address) {
    return Optional.ofNullable(
        Json.text(graph.get(address, Map.of("fields", "name,username")).body(), "username"));
  }
}
