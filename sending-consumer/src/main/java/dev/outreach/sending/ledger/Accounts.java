package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Reason;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stops and frees accounts; takes effect with the next claim and the next write mark. Operators do
 * the same from elsewhere by the functions this calls. Thread-safe.
 */
public final class Accounts {

  private static final String HOLD =
      """
      INSERT INTO social_send_accounts (platform, account, held_until, held_code, held_reason)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (platform, account) DO UPDATE SET
        held_until = excluded.held_until, held_code = excluded.held_code,
        held_reason = excluded.held_reason
      WHERE COALESCE(social_send_accounts.held_until, '-infinity') < excluded.held_until\
      """;
  private static final String INTRODUCE =
      "INSERT INTO social_send_accounts (platform, account) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String ACCEPT_RISK =
      """
      UPDATE social_send_accounts SET risk_accepted_by = ?, risk_accepted_at = ?
      WHERE platform = ? AND account = ? AND risk_accepted_by IS NULL\
      """;
  private static final String PAUSE = "SELECT social_send_pause(?, ?, ?, NULL, ?)";
  private static final String RESUME = "SELECT social_send_resume(?, ?)";
  private static final String PAUSE_ALL = "SELECT social_send_pause_all(?, NULL, ?)";
  private static final String RESUME_ALL = "SELECT social_send_resume_all()";

  private final Database database;

  /** Over the ledger's database. */
  public Accounts(Database database) {
    this.database = database;
  }

  /** Makes accounts known before the first message, so that they can be shown and paused. */
  public void introduce(Collection<From> accounts) {
    accounts.forEach(
        from ->
            run(
                "introducing an account",
                INTRODUCE,
                statement -> statement.text(from.platform()).text(from.account())));
  }

  /** Records who accepted that a third party sends for an account; the first to do so stays. */
  public void acceptRisk(From from, String by, Instant at) {
    introduce(List.of(from));
    run(
        "recording the acceptance of a risk",
        ACCEPT_RISK,
        statement -> statement.text(by).time(at).text(from.platform()).text(from.account()));
  }

  /** Lets nothing leave before a time, or, where there is none, until it is resumed. */
  public void hold(From from, Optional<Instant> until, Reason reason) {
    run(
        "holding an account",
        HOLD,
        statement ->
            statement
                .text(from.platform())
                .text(from.account())
                .time(until.orElse(AccountRow.UNTIL_RESUMED))
                .text(reason.code())
                .text(reason.sentence()));
  }

  /** Lets nothing leave until somebody resumes the account. */
  public void pause(From from, String by, Instant now) {
    introduce(List.of(from));
    run(
        "pausing an account",
        PAUSE,
        statement -> statement.text(from.platform()).text(from.account()).text(by).time(now));
  }

  /** Lifts pause and hold. */
  public void resume(From from) {
    run(
        "resuming an account",
        RESUME,
        statement -> statement.text(from.platform()).text(from.account()));
  }

  /** Lets nothing leave from any account. */
  public void pauseAll(String by, Instant now) {
    run("pausing everything", PAUSE_ALL, statement -> statement.text(by).time(now));
  }

  /** Lifts that. */
  public void resumeAll() {
    run("resuming everything", RESUME_ALL, _ -> {});
  }

  private void run(String what, String sql, Binding binding) {
    database.transaction(
        what,
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            return statement.execute();
          }
        });
  }

  /** Fills in the parameters of a statement. */
  @FunctionalInterface
  private interface Binding {
    void bind(Parameters parameters) throws SQLException;
  }
}
