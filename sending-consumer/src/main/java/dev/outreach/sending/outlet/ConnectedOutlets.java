package dev.outreach.sending.outlet;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.platforms.connected.Connection;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Outlets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The ways out of every connected platform. */
public final class ConnectedOutlets {

  /** Platforms that let no software send. */
  private static final Set<String> CLOSED = Set.of(Platform.LINKEDIN.name());

  private ConnectedOutlets() {}

  /**
   * One way out for each account that can send.
   *
   * @param accounts by which name orders call our account on each platform
   */
  public static Outlets of(
      ConnectedPlatforms platforms, Map<Platform, String> accounts, Clock clock) {
    Map<From, Delivery> ways = new HashMap<>();
    for (Connection connection : platforms.all()) {
      Platform platform = connection.platform();
      String account = accounts.get(platform);
      if (account != null) {
        connection
            .messaging()
            .ifPresent(
                messaging ->
                    ways.put(
                        new From(platform.name(), account),
                        new PlatformDelivery(messaging, clock)));
      }
    }
    return new Outlets(ways, CLOSED);
  }
}
