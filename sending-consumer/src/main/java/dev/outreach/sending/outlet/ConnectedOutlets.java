package dev.outreach.sending.outlet;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.platforms.connected.Connection;
import dev.outreach.platforms.connected.SendingTerms;
import dev.outreach.platforms.connected.ThirdParty;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.OfficialWay;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.domain.Outlets.Official;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways out of every connected platform. */
public final class ConnectedOutlets {

  /** Platforms whose own interface lets only chosen partners send. */
  private static final Set<String> CLOSED = Set.of(Platform.LINKEDIN.name());

  private ConnectedOutlets() {}

  /**
   * One way out for each account that can send, and one more where a third party is let in.
   *
   * @param accounts by which name orders call our account on each platform
   */
  public static Outlets of(
      ConnectedPlatforms platforms, Map<Platform, String> accounts, Clock clock) {
    Map<From, Official> official = new HashMap<>();
    for (Connection connection : platforms.all()) {
      deliver(connection, clock)
          .ifPresent(
              delivery ->
                  official.put(
                      from(connection, accounts), new Official(delivery, way(connection.terms()))));
    }
    Map<From, Delivery> thirdParty = new HashMap<>();
    if (platforms.thirdParty() instanceof ThirdParty.Open(_, var connections)) {
      for (Connection connection : connections.values()) {
        deliver(connection, clock)
            .ifPresent(delivery -> thirdParty.put(from(connection, accounts), delivery));
      }
    }
    return new Outlets(official, thirdParty, CLOSED);
  }

  private static Optional<Delivery> deliver(Connection connection, Clock clock) {
    return connection
        .messaging()
        .map(messaging -> new PlatformDelivery(messaging, connection.terms(), clock));
  }

  private static From from(Connection connection, Map<Platform, String> accounts) {
    Platform platform = connection.platform();
    return new From(platform.name(), accounts.getOrDefault(platform, connection.accountId()));
  }

  private static OfficialWay way(SendingTerms terms) {
    return switch (terms) {
      case ANSWERS, SESSION -> OfficialWay.ANSWERS;
      case LONG_ANSWERS -> OfficialWay.LONG_ANSWERS;
      case CLICKS -> OfficialWay.CLICKS;
    };
  }
}
