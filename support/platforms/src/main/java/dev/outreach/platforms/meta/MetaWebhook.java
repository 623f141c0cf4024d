package dev.outreach.platforms.meta;

import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.transport.HmacSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * The handshake and signature of Meta's webhooks, see
 * developers.facebook.com/docs/graph-api/webhooks/getting-started. Thread-safe.
 */
public final class MetaWebhook {

  private static final String SIGNATURE_PREFIX = "sha256=";

  private final MetaWebhookSettings settings;

  public MetaWebhook(MetaWebhookSettings settings) {
    this.settings = settings;
  }

  public Handshake handshake(Map<String, String> query) {
    if (!"subscribe".equals(query.get("hub.mode"))) {
      return new Handshake.Refused("hub.mode is not subscribe");
    }
    byte[] given = query.getOrDefault("hub.verify_token", "").getBytes(StandardCharsets.UTF_8);
    byte[] expected = settings.verifyToken().value().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, given)) {
      return new Handshake.Refused("hub.verify_token is not ours");
    }
    return new Handshake.Accepted("text/plain", query.getOrDefault("hub.challenge", ""));
  }

  /** Checks {@code X-Hub-Signature-256}; the older SHA-1 header is not accepted. */
  public SignatureCheck verify(byte[] rawBody, Map<String, String> headers) {
    String header = headers.getOrDefault("x-hub-signature-256", "");
    if (!header.startsWith(SIGNATURE_PREFIX)) {
      return new SignatureCheck.Invalid("X-Hub-Signature-256 is missing");
    }
    return HmacSignature.check(
        settings.secrets(), rawBody, header.substring(SIGNATURE_PREFIX.length()));
  }
}
