package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do now.
 *
 * @param since when the sender met the account; it grows into its limits from then on
 * @param heldCode why the platform's answer made us stop; null where it did not
 * @param heldUntil until when that holds; null where until somebody resumes the account
 * @param alert whether the platform has blocked the account
 * @param riskAcceptedBy who has accepted that a third party sends for it
 * @param waiting messages that wait to leave it
 */
public record SendAccount(
    String platform,
    String account,
    Instant since,
    @Nullable String pausedBy,
    @Nullable Instant pausedAt,
    @Nullable String pausedReason,
    @Nullable String heldCode,
    @Nullable String heldReason,
    @Nullable Instant heldUntil,
    boolean alert,
    @Nullable String riskAcceptedBy,
    @Nullable Instant riskAcceptedAt,
    long waiting,
    List<LimitGauge> limits) {

  public SendAccount {
    limits = List.copyOf(limits);
  }

  static SendAccount of(Row row, List<LimitGauge> limits) throws SQLException {
    return new SendAccount(
        row.text("platform"),
        row.text("account"),
        row.time("since"),
        row.optionalText("paused_by"),
        row.optionalTime("paused_at"),
        row.optionalText("paused_reason"),
        row.optionalText("held_code"),
        row.optionalText("held_reason"),
        row.optionalTime("held_until"),
        row.flag("alert"),
        row.optionalText("risk_accepted_by"),
        row.optionalTime("risk_accepted_at"),
        row.number("waiting"),
        limits);
  }
}
