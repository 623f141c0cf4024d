package dev.outreach.sending.ledger;

import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts results into the outbox, in the transaction of the step they tell about. */
final class OutboxWriter {

  private static final String PLACE =
      "SELECT message_id, order_id, attempt FROM social_send_ledger WHERE message_id = ANY (?)";
  private static final String ADD =
      """
      INSERT INTO social_send_outbox
        (event_id, message_id, order_id, workspace_id, profile_id, correlation_id, attempt, outcome,
         reason_code, reason, route, platform_message_id, thread_id, sent_text, happened_at, link,
         reconciled, occurred_at)
      SELECT ?, message_id, order_id, workspace_id, profile_id, correlation_id, attempt,
         ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      FROM social_send_ledger WHERE message_id = ?
      ON CONFLICT (event_id) DO NOTHING""";

  void follow(Connection connection, List<Change> made) throws SQLException {
    List<Change> told = made.stream().filter(change -> change.result().isPresent()).toList();
    if (told.isEmpty()) {
      return;
    }
    Map<String, Place> places = places(connection, told);
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      for (Change change : told) {
        Place place = places.get(change.messageId());
        if (place != null) {
          Cells cells = Cells.of(change.result().orElseThrow());
          bind(add, change, cells, place.eventId(cells));
          add.addBatch();
        }
      }
      add.executeBatch();
    }
  }

  private static Map<String, Place> places(Connection connection, List<Change> told)
      throws SQLException {
    Map<String, Place> places = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
      new Parameters(statement).texts(told.stream().map(Change::messageId).toList());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Row row = new Row(rows);
          String messageId = row.text("message_id");
          places.put(messageId, new Place(messageId, row.text("order_id"), row.number("attempt")));
        }
      }
    }
    return places;
  }

  private static void bind(PreparedStatement add, Change change, Cells cells, String eventId)
      throws SQLException {
    new Parameters(add)
        .text(eventId)
        .text(cells.outcome())
        .text(cells.reason() == null ? null : cells.reason().code())
        .text(cells.reason() == null ? null : cells.reason().sentence())
        .name(cells.route())
        .text(cells.platformMessageId())
        .text(cells.threadId())
        .text(cells.sentText())
        .time(cells.happenedAt())
        .text(cells.link())
        .flag(cells.reconciled())
        .time(change.at())
        .text(change.messageId());
  }

  /** Which order and attempt a result is about. */
  private record Place(String messageId, String orderId, int attempt) {

    /** The same result of the same attempt has the same id, however often it is decided. */
    String eventId(Cells cells) {
      String detail = cells.reason() == null ? "" : cells.reason().code();
      String until =
          cells.outcome().equals("DEFERRED") && cells.happenedAt() != null
              ? Long.toString(cells.happenedAt().toEpochMilli())
              : "";
      return DerivedId.of(
          "send-result",
          messageId,
          orderId,
          Integer.toString(attempt),
          cells.outcome(),
          detail,
          until);
    }
  }

  /** A result, laid out as columns. */
  private record Cells(
      String outcome,
      @Nullable Reason reason,
      Result.@Nullable Route route,
      @Nullable String platformMessageId,
      @Nullable String threadId,
      @Nullable String sentText,
      @Nullable Instant happenedAt,
      @Nullable String link,
      boolean reconciled) {

    static Cells of(Result result) {
      String name = result.name();
      return switch (result) {
        case Result.Succeeded sent ->
            new Cells(
                name,
                null,
                sent.route(),
                sent.platformMessageId().orElse(null),
                sent.threadId().orElse(null),
                sent.sentText().orElse(null),
                sent.sentAt(),
                null,
                sent.reconciled());
        case Result.Failed failed -> plain(name, failed.reason(), null);
        case Result.Unconfirmed doubt -> plain(name, doubt.reason(), doubt.route());
        case Result.Withdrawn withdrawn -> plain(name, withdrawn.reason(), null);
        case Result.NeedsPerson needed ->
            new Cells(
                name,
                needed.reason(),
                null,
                null,
                null,
                null,
                null,
                needed.link().orElse(null),
                false);
        case Result.Deferred deferred ->
            new Cells(
                name,
                deferred.reason(),
                null,
                null,
                null,
                null,
                deferred.until().orElse(null),
                null,
                false);
      };
    }

    private static Cells plain(String name, Reason reason, Result.@Nullable Route route) {
      return new Cells(name, reason, route, null, null, null, null, null, false);
    }
  }
}
