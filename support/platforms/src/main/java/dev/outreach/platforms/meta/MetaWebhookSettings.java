package dev.outreach.platforms.meta;

import dev.outreach.platforms.Secret;
import java.util.List;

/**
 * What a Meta webhook is checked with.
 *
 * @param secrets one or two app secrets; two while one replaces the other
 * @param verifyToken the text entered in the app's webhook form
 */
public record MetaWebhookSettings(List<Secret> secrets, Secret verifyToken) {

  public MetaWebhookSettings {
    secrets = List.copyOf(secrets);
    if (secrets.isEmpty() || secrets.size() > 2) {
      throw new IllegalArgumentException(
          "secrets holds " + secrets.size() + "; give one, or two during a change");
    }
  }
}
