package dev.outreach.standalone.stack;

import dev.outreach.api.Searchable;
import dev.outreach.discovery.PlatformAccess;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.platforms.connected.Connection;
import dev.outreach.platforms.connected.ThirdParty;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives each app the part of the connected platforms it works with. */
final class PlatformWiring {

  /** Begins the names of what a third party tells, so that they differ from the platform's own. */
  private static final String THIRD_PARTY = "unipile-";

  private PlatformWiring() {}

  /** Every platform; where somebody accepted the risk, the third party that shows more people. */
  static Map<Platform, PlatformAccess> accesses(ConnectedPlatforms platforms) {
    Map<Platform, PlatformAccess> accesses = new EnumMap<>(Platform.class);
    ConnectedPlatforms.offers()
        .forEach(
            (platform, offer) ->
                accesses.put(
                    platform,
                    thirdParty(platforms, platform)
                        .orElseGet(
                            () ->
                                new PlatformAccess(
                                    offer,
                                    platforms.of(platform).flatMap(Connection::discovery)))));
    return accesses;
  }

  /** The same ways, for estimates before a job begins. */
  static Map<Platform, Searchable> searchables(ConnectedPlatforms platforms) {
    Map<Platform, Searchable> searchables = new EnumMap<>(Platform.class);
    accesses(platforms)
        .forEach(
            (platform, access) ->
                searchables.put(
                    platform,
                    new Searchable(
                        access.capabilities(),
                        access.discovery(),
                        ConnectedPlatforms.settingsOfDiscovery(platform))));
    return searchables;
  }

  /** By the name in the address. */
  static Map<String, Webhook> webhooks(ConnectedPlatforms platforms) {
    Map<String, Webhook> webhooks = new HashMap<>();
    platforms.all().forEach(connection -> put(webhooks, "", connection));
    if (platforms.thirdParty() instanceof ThirdParty.Open(_, var connections)) {
      connections.values().forEach(connection -> put(webhooks, THIRD_PARTY, connection));
    }
    return webhooks;
  }

  /** What can be read for messages that no webhook told of, by the names of the webhooks. */
  static Map<String, Conversations> conversations(ConnectedPlatforms platforms) {
    Map<String, Conversations> conversations = new HashMap<>();
    platforms.all().forEach(connection -> read(conversations, "", connection));
    if (platforms.thirdParty() instanceof ThirdParty.Open(_, var connections)) {
      connections.values().forEach(connection -> read(conversations, THIRD_PARTY, connection));
    }
    return conversations;
  }

  private static Optional<PlatformAccess> thirdParty(
      ConnectedPlatforms platforms, Platform platform) {
    return platforms
        .thirdParty()
        .of(platform)
        .filter(connection -> connection.discovery().isPresent())
        .map(connection -> new PlatformAccess(connection.capabilities(), connection.discovery()));
  }

  private static void put(Map<String, Webhook> webhooks, String prefix, Connection connection) {
    connection.webhook().ifPresent(webhook -> webhooks.put(name(prefix, connection), webhook));
  }

  private static void read(
      Map<String, Conversations> conversations, String prefix, Connection connection) {
    connection.conversations().ifPresent(said -> conversations.put(name(prefix, connection), said));
  }

  private static String name(String prefix, Connection connection) {
    return prefix + connection.platform().name().toLowerCase(Locale.ROOT);
  }
}
