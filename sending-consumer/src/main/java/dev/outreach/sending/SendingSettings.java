package dev.outreach.sending;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import dev.outreach.sending.dispatch.DispatchSettings;
import dev.outreach.sending.domain.Limits;
import java.time.Duration;
import java.util.Optional;

/**
 * What the sending side is told from outside.
 *
 * @param database where the ledger is
 * @param instagramAccount by which name orders call the connected Instagram account
 * @param dispatch how the workers work
 * @param limits how often and when each account may send
 */
record SendingSettings(
    DatabaseAddress database, String instagramAccount, DispatchSettings dispatch, Limits limits) {

  private static final String DATABASE_URL = "OUTREACH_DATABASE_URL";
  private static final String INSTAGRAM_ACCOUNT = "OUTREACH_INSTAGRAM_ACCOUNT";

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
    if (instagramAccount.isBlank()) {
      throw new InvalidSetting(INSTAGRAM_ACCOUNT, "is blank: name the account or leave it out");
    }
  }

  /**
   * Reads {@code OUTREACH_DATABASE_*}, {@code OUTREACH_INSTAGRAM_ACCOUNT}, {@code
   * OUTREACH_SENDING_*}.
   */
  static SendingSettings of(Settings settings) {
    DispatchSettings standard = DispatchSettings.standard();
    return new SendingSettings(
        new DatabaseAddress(
            settings.text(DATABASE_URL, "jdbc:postgresql://127.0.0.1:5433/postgres"),
            settings.text("OUTREACH_DATABASE_USER", "postgres"),
            settings.secret("OUTREACH_DATABASE_PASSWORD")),
        settings.text(INSTAGRAM_ACCOUNT, "instagram-main"),
        new DispatchSettings(
            settings.integer("OUTREACH_SENDING_IN_FLIGHT", standard.inFlight(), 1, 2_000),
            settings.duration("OUTREACH_SENDING_CALL_DEADLINE", standard.callDeadline()),
            standard.idle(),
            settings.duration("OUTREACH_SENDING_SETTLE", standard.settle()),
            standard.keyWindow(),
            settings.integer("OUTREACH_SENDING_MOST_ATTEMPTS", standard.mostWrites(), 1, 100)),
        LimitSettings.of(settings));
  }

  /** How long a worker waits for a connection to the ledger. */
  static Duration databasePatience() {
    return Duration.ofSeconds(5);
  }
}
