package dev.outreach.readmodel;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of one limit of an account is used; the limit is the one that is kept.
 *
 * @param messageType the only type that counts, or all
 * @param allowed what is allowed now
 * @param ultimately what is allowed once the account has grown into it
 * @param nextFreeAt when one more may leave; null for now
 */
public record LimitGauge(
    String route,
    String messageType,
    long withinSeconds,
    int used,
    int allowed,
    int ultimately,
    @Nullable Instant nextFreeAt) {

  static LimitGauge of(Row row) throws SQLException {
    return new LimitGauge(
        row.text("route"),
        row.text("message_type"),
        row.number("within_seconds"),
        row.integer("used"),
        row.integer("allowed"),
        row.integer("ultimately"),
        row.optionalTime("next_free_at"));
  }
}
