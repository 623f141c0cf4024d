package dev.outreach.api.inbox;

import static dev.outreach.api.inbox.Statements.optionalText;
import static dev.outreach.api.inbox.Statements.optionalTime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads an arrival that is not settled out of its row. */
final class ArrivalRow {

  private ArrivalRow() {}

  static Arrival read(ResultSet row) throws SQLException {
    return new Arrival(
        row.getObject("event_id", UUID.class),
        Arrival.Kind.of(row.getString("kind")),
        new Arrival.Origin(
            row.getString("workspace_id"),
            row.getString("platform"),
            row.getString("account_id"),
            row.getString("address"),
            optionalText(row, "username"),
            optionalText(row, "thread_id")),
        List.of((String[]) row.getArray("message_ids").getArray()),
        optionalText(row, "body"),
        Statements.time(row, "happened_at"),
        optionalTime(row, "up_to"),
        optionalTime(row, "window_open_until"));
  }
}
