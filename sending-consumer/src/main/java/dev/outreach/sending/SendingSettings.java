package dev.outreach.sending;

import dev.outreach.platforms.Platform;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import dev.outreach.sending.dispatch.DispatchSettings;
import dev.outreach.sending.domain.Limits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the sending side is told from outside.
 *
 * @param database where the ledger is
 * @param accounts by which name orders call our account on each platform
 * @param dispatch how the workers work
 * @param limits how often and when each account may send
 * @param installation names machine and folder; empty where the ledger is not part of a folder
 */
record SendingSettings(
    DatabaseAddress database,
    Map<Platform, String> accounts,
    DispatchSettings dispatch,
    Limits limits,
    Optional<String> installation) {

  private static final String DATABASE_URL = "OUTREACH_DATABASE_URL";

  /**
   * Where a database is.
   *
   * @param url a {@code jdbc:postgresql:} address
   * @param password empty where the server asks for none
   */
  record DatabaseAddress(String url, String user, Optional<Secret> password) {

    DatabaseAddress {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new InvalidSetting(
            DATABASE_URL, "is no PostgreSQL address: begin with jdbc:postgresql://");
      }
    }
  }

  SendingSettings {
    accounts = Map.copyOf(accounts);
  }

  /**
   * Reads {@code OUTREACH_DATABASE_*}, {@code OUTREACH_<PLATFORM>_ACCOUNT}, {@code
   * OUTREACH_SENDING_*}.
   */
  static SendingSettings of(Settings settings) {
    DispatchSettings standard = DispatchSettings.standard();
    return new SendingSettings(
        new DatabaseAddress(
            settings.text(DATABASE_URL, "jdbc:postgresql://127.0.0.1:5433/postgres"),
            settings.text("OUTREACH_DATABASE_USER", "postgres"),
            settings.secret("OUTREACH_DATABASE_PASSWORD")),
        accounts(settings),
        new DispatchSettings(
            settings.integer("OUTREACH_SENDING_IN_FLIGHT", standard.inFlight(), 1, 2_000),
            settings.duration("OUTREACH_SENDING_CALL_DEADLINE", standard.callDeadline()),
            standard.idle(),
            settings.duration("OUTREACH_SENDING_SETTLE", standard.settle()),
            standard.keyWindow(),
            settings.integer("OUTREACH_SENDING_MOST_ATTEMPTS", standard.mostWrites(), 1, 100)),
        LimitSettings.of(settings),
        settings.optionalText("OUTREACH_INSTALLATION"));
  }

  private static Map<Platform, String> accounts(Settings settings) {
    Map<Platform, String> accounts = new EnumMap<>(Platform.class);
    for (Platform platform : Platform.values()) {
      String usual = platform.name().toLowerCase(Locale.ROOT) + "-main";
      accounts.put(platform, settings.text("OUTREACH_" + platform + "_ACCOUNT", usual));
    }
    return accounts;
  }

  /** How long a worker waits for a connection to the ledger. */
  static Duration databasePatience() {
    return Duration.ofSeconds(5);
  }
}
