package dev.outreach.platforms.connected;

import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.Reach;
import dev.outreach.platforms.unipile.Unipile;
import dev.outreach.platforms.unipile.UnipileSettings;
import dev.outreach.platforms.unipile.UnipileSettings.Version;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts Unipile holds sessions of, by {@code OUTREACH_UNIPILE_*}. */
final class UnipileConnections {

  private static final String ACCEPTED_BY = "RISK_ACCEPTED_BY";
  private static final String ACCEPTED_ON = "RISK_ACCEPTED_ON";
  private static final String NOTE_LIMIT = "INVITE_NOTE_LIMIT";

  private UnipileConnections() {}

  static ThirdParty of(Credentials credentials, Reach reach) {
    if (!credentials.arePresent()) {
      return new ThirdParty.Closed("NOT_CONFIGURED", "No third party is configured.");
    }
    Optional<String> by = credentials.optional(ACCEPTED_BY);
    if (by.isEmpty()) {
      return new ThirdParty.Closed(
          "RISK_NOT_ACCEPTED",
          "Unipile acts in a person's own session, which LinkedIn and Instagram forbid and may answer by closing the"
              + " account. Somebody must accept that: set "
              + credentials.prefix()
              + ACCEPTED_BY
              + " and "
              + credentials.prefix()
              + ACCEPTED_ON
              + ".");
    }
    return new ThirdParty.Open(
        new RiskAcceptance(by.get(), acceptedOn(credentials, reach)),
        connections(credentials, reach));
  }

  private static LocalDate acceptedOn(Credentials credentials, Reach reach) {
    String text = credentials.required(ACCEPTED_ON, "the day, for example 2026-11-22");
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.isAfter(LocalDate.ofInstant(reach.clock().instant(), ZoneOffset.ofHours(14)))) {
        throw new IllegalArgumentException(
            credentials.prefix() + ACCEPTED_ON + " lies ahead; enter the day it was accepted");
      }
      return day;
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException(
          credentials.prefix() + ACCEPTED_ON + " is no day; give it like 2026-11-22");
    }
  }

  private static Map<Platform, Connection> connections(Credentials credentials, Reach reach) {
    Map<Platform, Connection> connections = new EnumMap<>(Platform.class);
    for (Platform platform : List.of(Platform.LINKEDIN, Platform.INSTAGRAM)) {
      credentials
          .optional(platform + "_ACCOUNT_ID")
          .ifPresent(
              account ->
                  connections.put(platform, connection(platform, account, credentials, reach)));
    }
    if (connections.isEmpty()) {
      throw new IllegalArgumentException(
          credentials.prefix()
              + "LINKEDIN_ACCOUNT_ID is missing, and so is the one of Instagram: enter Unipile's id of an account");
    }
    return connections;
  }

  private static Connection connection(
      Platform platform, String account, Credentials credentials, Reach reach) {
    List<Secret> secrets =
        credentials.secrets("WEBHOOK_SECRET", "the value of X-Outreach-Secret in the webhook");
    URI base =
        credentials.address(
            "BASE_URL",
            credentials.required(
                "BASE_URL", "https://api.unipile.com, or for version 1 https:// and your DSN"));
    UnipileSettings.Daily usual = UnipileSettings.Daily.usual();
    Unipile unipile =
        new Unipile(
            new UnipileSettings(
                base,
                version(credentials),
                platform,
                account,
                secrets,
                BenchmarkSet.creators2026(),
                limit(platform, credentials),
                note(credentials),
                new UnipileSettings.Daily(
                    credentials.count("DAILY_SEARCHES").orElse(usual.searches()),
                    credentials.count("DAILY_PROFILES").orElse(usual.profiles()))),
            credentials.tokens(),
            reach);
    return new Connection(
        platform,
        account,
        Unipile.capabilities(platform),
        platform == Platform.LINKEDIN ? Optional.of(unipile.discovery()) : Optional.empty(),
        SendingTerms.SESSION,
        Optional.of(unipile.messaging()),
        Optional.of(unipile.webhook()),
        Optional.of(unipile.conversations()));
  }

  private static MessageLimit limit(Platform platform, Credentials credentials) {
    return new Credentials(credentials.prefix() + platform + "_", credentials.setting())
        .limit(UnipileSettings.usualLimit(platform));
  }

  private static MessageLimit note(Credentials credentials) {
    Optional<String> text = credentials.optional(NOTE_LIMIT);
    if (text.isEmpty()) {
      return UnipileSettings.FREE_NOTE;
    }
    if (!text.get().matches("[1-9]\\d?|[12]\\d\\d|300")) {
      throw new IllegalArgumentException(
          credentials.prefix() + NOTE_LIMIT + " is " + text.get() + ": give 1 to 300 characters");
    }
    return new MessageLimit(Integer.parseInt(text.get()), MessageLimit.Unit.CHARACTERS);
  }

  private static Version version(Credentials credentials) {
    String text = credentials.optional("VERSION").orElse("v1");
    return switch (text) {
      case "v1" -> Version.V1;
      case "v2" -> Version.V2;
      default ->
          throw new IllegalArgumentException(
              credentials.prefix() + "VERSION is " + text + ": give v1 or v2");
    };
  }
}
