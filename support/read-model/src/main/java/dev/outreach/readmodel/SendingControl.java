package dev.outreach.readmodel;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the sender takes orders on: its own functions in the database, which take effect with its
 * next claim and its next write mark. Thread-safe.
 */
public final class SendingControl {

  private final DataSource dataSource;

  public SendingControl(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * An account.
   *
   * @param platform lower-case word; null for the accounts of that name on every platform
   */
  public record Account(@Nullable String platform, String name) {

    private @Nullable String stored() {
      return platform == null ? null : platform.toUpperCase(Locale.ROOT);
    }
  }

  /** Lets nothing leave an account; returns how many accounts that are. */
  public long pause(Account account, String by, @Nullable String reason, Instant now) {
    return number(
        "SELECT social_send_pause(?, ?, ?, ?, ?) AS answer",
        account.stored(),
        account.name(),
        by,
        reason,
        now);
  }

  /** Lifts pause and hold; returns how many accounts that are. */
  public long resume(Account account) {
    return number("SELECT social_send_resume(?, ?) AS answer", account.stored(), account.name());
  }

  /** Lets nothing leave at all. */
  public void pauseAll(String by, @Nullable String reason, Instant now) {
    number("SELECT 1 AS answer FROM social_send_pause_all(?, ?, ?)", by, reason, now);
  }

  /** Lifts that; accounts that are paused or held by themselves stay so. */
  public boolean resumeAll() {
    return number("SELECT social_send_resume_all()::int AS answer") == 1;
  }

  /**
   * Records who has accepted what a third party may cost an account; returns how many accounts that
   * are.
   *
   * @param by a named person; null takes the acceptance back
   */
  public long acceptRisk(Account account, @Nullable String by, Instant now) {
    return number(
        "SELECT social_send_accept_risk(?, ?, ?, ?) AS answer",
        account.stored(),
        account.name(),
        by,
        now);
  }

  /** Has a message sent that waits for the click of a person; false where it does not. */
  public boolean click(String workspaceId, UUID messageId, Instant now) {
    return number(
            "SELECT social_send_click(?, ?, ?)::int AS answer",
            workspaceId,
            messageId.toString(),
            now)
        == 1;
  }

  private long number(String sql, @Nullable Object... values) {
    List<@Nullable Object> given = Arrays.asList(values);
    return Reading.rows(dataSource, sql, given, row -> row.number("answer")).getFirst();
  }
}
