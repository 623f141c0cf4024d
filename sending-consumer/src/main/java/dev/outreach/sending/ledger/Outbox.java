package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results that are decided but not yet on the topic. One relay at a time reads it. */
public final class Outbox {

  private static final long LOCK_KEY = 0x6f75_7472_6561_6368L;
  private static final String ONLY_RELAY = "SELECT pg_try_advisory_xact_lock(?)";
  private static final String UNPUBLISHED =
      """
      SELECT * FROM social_send_outbox WHERE published_at IS NULL ORDER BY sequence LIMIT ?""";
  private static final String PUBLISHED =
      "UPDATE social_send_outbox SET published_at = ? WHERE sequence = ANY (?)";
  private static final String PURGE = "DELETE FROM social_send_outbox WHERE published_at < ?";

  private final Database database;

  /** Over the ledger's database. */
  public Outbox(Database database) {
    this.database = database;
  }

  /**
   * A result on its way.
   *
   * @param eventId follows from message, order, attempt and outcome
   */
  public record Letter(
      long sequence,
      String eventId,
      String messageId,
      String orderId,
      String workspaceId,
      String profileId,
      String correlationId,
      int attempt,
      Result result,
      Instant occurredAt) {}

  /** Publishes letters and returns only when all of them are safe. */
  @FunctionalInterface
  public interface Publisher {
    void publish(List<Letter> letters);
  }

  /**
   * Publishes the oldest results, in order, and marks them once they are safe. A crash in between
   * publishes them again under the same ids.
   *
   * @return how many; 0 also while another relay is at work
   */
  public int relay(int most, Instant now, Publisher publisher) {
    return database.transaction(
        "relaying results",
        connection -> {
          if (!isOnlyRelay(connection)) {
            return 0;
          }
          List<Letter> letters = unpublished(connection, most);
          if (!letters.isEmpty()) {
            publisher.publish(letters);
            mark(connection, letters, now);
          }
          return letters.size();
        });
  }

  /** Forgets what was published before a time. */
  public int purge(Instant before) {
    return database.transaction(
        "purging the outbox",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(PURGE)) {
            new Parameters(statement).time(before);
            return statement.executeUpdate();
          }
        });
  }

  private static boolean isOnlyRelay(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ONLY_RELAY)) {
      new Parameters(statement).number(LOCK_KEY);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static List<Letter> unpublished(Connection connection, int most) throws SQLException {
    List<Letter> letters = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(UNPUBLISHED)) {
      new Parameters(statement).number(most);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          letters.add(letter(new Row(rows)));
        }
      }
    }
    return letters;
  }

  private static void mark(Connection connection, List<Letter> letters, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
      new Parameters(statement).time(now).numbers(letters.stream().map(Letter::sequence).toList());
      statement.executeUpdate();
    }
  }

  private static Letter letter(Row row) throws SQLException {
    return new Letter(
        row.bigNumber("sequence"),
        row.text("event_id"),
        row.text("message_id"),
        row.text("order_id"),
        row.text("workspace_id"),
        row.text("profile_id"),
        row.text("correlation_id"),
        row.number("attempt"),
        result(row),
        row.time("occurred_at"));
  }

  private static Result result(Row row) throws SQLException {
    String outcome = row.text("outcome");
    return switch (outcome) {
      case "SUCCEEDED" ->
          new Result.Succeeded(
              Route.valueOf(row.text("route")),
              row.optionalText("platform_message_id"),
              row.optionalText("thread_id"),
              row.optionalText("sent_text"),
              row.time("happened_at"),
              row.flag("reconciled"));
      case "FAILED" -> new Result.Failed(reason(row));
      case "UNCONFIRMED" -> new Result.Unconfirmed(reason(row), Route.valueOf(row.text("route")));
      case "NEEDS_PERSON" -> new Result.NeedsPerson(reason(row), row.optionalText("link"));
      case "DEFERRED" -> new Result.Deferred(reason(row), row.optionalTime("happened_at"));
      case "WITHDRAWN" -> new Result.Withdrawn(reason(row));
      default -> throw new IllegalStateException("outcome is not known: " + outcome);
    };
  }

  private static Reason reason(Row row) throws SQLException {
    return new Reason(row.text("reason_code"), row.text("reason"));
  }

  /** Used by the relay to say how long ago the oldest unpublished result was decided. */
  public Optional<Instant> oldestUnpublished() {
    return database.transaction(
        "looking at the outbox",
        connection -> unpublished(connection, 1).stream().map(Letter::occurredAt).findFirst());
  }
}
