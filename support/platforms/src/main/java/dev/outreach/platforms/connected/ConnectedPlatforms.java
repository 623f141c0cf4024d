package dev.outreach.platforms.connected;

import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.facebook.Facebook;
import dev.outreach.platforms.instagram.Instagram;
import dev.outreach.platforms.linkedin.LinkedIn;
import dev.outreach.platforms.quota.QuotaBook;
import dev.outreach.platforms.tiktok.TikTok;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The platforms an operator has entered credentials for, each ready to use. The same settings serve
 * discovery, sending and webhooks. Thread-safe; close it when no call is under way any more.
 */
public final class ConnectedPlatforms implements AutoCloseable {

  private static final Map<Platform, BiFunction<Credentials, Reach, Connection>> KNOWN =
      Map.of(
          Platform.INSTAGRAM, InstagramConnection::of,
          Platform.FACEBOOK, FacebookConnection::of,
          Platform.TIKTOK, TikTokConnection::of,
          Platform.LINKEDIN, LinkedInConnection::of);

  private final HttpTransport transport;
  private final Map<Platform, Connection> connections;
  private final ThirdParty thirdParty;

  private ConnectedPlatforms(
      HttpTransport transport, Map<Platform, Connection> connections, ThirdParty thirdParty) {
    this.transport = transport;
    this.connections = connections;
    this.thirdParty = thirdParty;
  }

  /**
   * Connects what is configured, for those who find nobody and so spend no quota of discovery.
   *
   * @throws IllegalArgumentException as the other one
   */
  public static ConnectedPlatforms of(Function<String, Optional<String>> setting, Clock clock) {
    return of(setting, clock, QuotaBook.uncounted());
  }

  /**
   * Connects what is configured: a platform whose {@code OUTREACH_<PLATFORM>_TOKEN} is set.
   *
   * @param setting gives the value of a key, where it is set
   * @param quotas where what finding people spends is counted
   * @throws IllegalArgumentException where credentials are incomplete; the message begins with the
   *     key and says what to enter
   */
  public static ConnectedPlatforms of(
      Function<String, Optional<String>> setting, Clock clock, QuotaBook quotas) {
    Reach reach = new Reach(new HttpTransport(HttpTimeouts.usual()), clock, quotas);
    try {
      Map<Platform, Connection> connections = new EnumMap<>(Platform.class);
      KNOWN.forEach(
          (platform, connect) -> {
            Credentials credentials = new Credentials("OUTREACH_" + platform + "_", setting);
            if (credentials.arePresent()) {
              connections.put(platform, connect.apply(credentials, reach));
            }
          });
      return new ConnectedPlatforms(
          reach.transport(),
          connections,
          UnipileConnections.of(new Credentials("OUTREACH_UNIPILE_", setting), reach));
    } catch (IllegalArgumentException incomplete) {
      reach.transport().close();
      throw incomplete;
    }
  }

  /** What each platform offers, whether it is connected or not. */
  public static Map<Platform, Capabilities> offers() {
    return Map.of(
        Platform.INSTAGRAM, Instagram.capabilities(),
        Platform.FACEBOOK, Facebook.capabilities(),
        Platform.TIKTOK, TikTok.capabilities(),
        Platform.LINKEDIN, LinkedIn.capabilities());
  }

  /** The names of the settings that together open discovery of a platform. */
  public static List<String> settingsOfDiscovery(Platform platform) {
    String last =
        switch (platform) {
          case INSTAGRAM, FACEBOOK -> "VERIFY_TOKEN";
          case TIKTOK -> "MARKETPLACE_ID";
          case LINKEDIN -> "APP_SECRET";
        };
    return Stream.of("TOKEN", "ACCOUNT_ID", "APP_SECRET", last)
        .distinct()
        .map(name -> "OUTREACH_" + platform + "_" + name)
        .toList();
  }

  /** A platform, where it is connected. */
  public Optional<Connection> of(Platform platform) {
    return Optional.ofNullable(connections.get(platform));
  }

  /** Everything that is connected. */
  public Collection<Connection> all() {
    return List.copyOf(connections.values());
  }

  /** The route through a third party; closed unless the risk of it was accepted. */
  public ThirdParty thirdParty() {
    return thirdParty;
  }

  @Override
  public void close() {
    transport.close();
  }
}
