package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Reason;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Optional;

/** Stops and frees accounts; takes effect with the next claim and the next write mark. */
public final class Accounts {

  private static final String HOLD =
      """
      INSERT INTO social_send_accounts (platform, account, held_until, held_code, held_reason)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (platform, account) DO UPDATE SET
        held_until = excluded.held_until, held_code = excluded.held_code,
        held_reason = excluded.held_reason
      WHERE COALESCE(social_send_accounts.held_until, '-infinity') < excluded.held_until""";
  private static final String PAUSE =
      """
      INSERT INTO social_send_accounts (platform, account, paused_by, paused_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (platform, account) DO UPDATE SET
        paused_by = excluded.paused_by, paused_at = excluded.paused_at""";
  private static final String RESUME =
      """
      UPDATE social_send_accounts SET paused_by = NULL, paused_at = NULL, held_until = NULL,
        held_code = NULL, held_reason = NULL
      WHERE platform = ? AND account = ?""";

  /** What waited for the account looks at its turn again. */
  private static final String WAKE =
      """
      UPDATE social_send_ledger SET not_before = ?
      WHERE platform = ? AND account = ? AND state = 'READY' AND not_before > ?
        AND reason_code NOT IN ('LIMIT', 'MINIMUM_GAP', 'QUIET_HOURS')""";

  private final Database database;

  /** Over the ledger's database. */
  public Accounts(Database database) {
    this.database = database;
  }

  /** Lets nothing leave before a time, or, where there is none, until it is resumed. */
  public void hold(From from, Optional<Instant> until, Reason reason) {
    database.transaction(
        "holding an account",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
            new Parameters(statement)
                .text(from.platform())
                .text(from.account())
                .time(until.orElse(AccountRow.UNTIL_RESUMED))
                .text(reason.code())
                .text(reason.sentence());
            return statement.executeUpdate();
          }
        });
  }

  /** Lets nothing leave until somebody resumes the account. */
  public void pause(From from, String by, Instant now) {
    database.transaction(
        "pausing an account",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(PAUSE)) {
            new Parameters(statement).text(from.platform()).text(from.account()).text(by).time(now);
            return statement.executeUpdate();
          }
        });
  }

  /** Lifts pause and hold. */
  public void resume(From from, Instant now) {
    database.transaction(
        "resuming an account",
        connection -> {
          try (PreparedStatement resume = connection.prepareStatement(RESUME);
              PreparedStatement wake = connection.prepareStatement(WAKE)) {
            new Parameters(resume).text(from.platform()).text(from.account());
            resume.executeUpdate();
            new Parameters(wake).time(now).text(from.platform()).text(from.account()).time(now);
            return wake.executeUpdate();
          }
        });
  }
}
