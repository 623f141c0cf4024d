package dev.outreach.benchmarks.faults;

import dev.outreach.platforms.DeliveryClass;
import dev.outreach.schemas.Platform;
import dev.outreach.sending.domain.Order.From;

/** One account for each of the three classes of platforms. */
public enum Way {
  /** Instagram as it is: no key, but sent messages are listed. */
  QUERYABLE(Platform.INSTAGRAM, "studio", DeliveryClass.QUERYABLE),
  /** TikTok with its list of messages out of reach. */
  BLIND(Platform.TIKTOK, "channel", DeliveryClass.BLIND),
  /** Facebook behind a gate that carries out each key once. */
  KEYED(Platform.FACEBOOK, "page", DeliveryClass.KEYED);

  private final Platform platform;
  private final String account;
  private final DeliveryClass deliveryClass;

  Way(Platform platform, String account, DeliveryClass deliveryClass) {
    this.platform = platform;
    this.account = account;
    this.deliveryClass = deliveryClass;
  }

  Platform platform() {
    return platform;
  }

  String account() {
    return account;
  }

  DeliveryClass deliveryClass() {
    return deliveryClass;
  }

  From from() {
    return new From(platform.name(), account);
  }

  /** Its name in the sandbox. */
  String simulator() {
    return platform.name().toLowerCase(java.util.Locale.ROOT);
  }
}
