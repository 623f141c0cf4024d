package dev.outreach.platforms.meta;

import dev.outreach.platforms.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How the Graph API is reached.
 *
 * @param baseUri {@code https://graph.facebook.com}, or a sandbox
 * @param graphVersion such as {@code v26.0}
 * @param appSecret where given, every call carries a proof made with it
 */
public record MetaSettings(URI baseUri, String graphVersion, Optional<Secret> appSecret) {

  public MetaSettings {
    if (!graphVersion.matches("v\\d+\\.\\d+")) {
      throw new IllegalArgumentException(
          "graphVersion is " + graphVersion + "; give it like v26.0");
    }
    if (baseUri.getHost() == null) {
      throw new IllegalArgumentException(
          "baseUri has no host; give it like https://graph.facebook.com");
    }
  }

  /** Version 26.0, without proofs. */
  public static MetaSettings at(URI baseUri) {
    return new MetaSettings(baseUri, "v26.0", Optional.empty());
  }
}
