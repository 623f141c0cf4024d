package dev.outreach.sending.ledger;

import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts results into the outbox, in the transaction of the step they tell about. */
final class OutboxWriter {

  private static final Columns<Told> LETTERS =
      Columns.<Told>none()
          .text("event_id", Told::eventId)
          .text("message_id", told -> told.step().messageId())
          .text("order_id", told -> told.step().orderId())
          .text("workspace_id", told -> told.step().workspaceId())
          .text("profile_id", told -> told.step().profileId())
          .text("correlation_id", told -> told.step().correlationId())
          .number("attempt", told -> (long) told.step().attempt())
          .text("outcome", told -> told.cells().outcome())
          .text("reason_code", told -> told.cells().reasonCode())
          .text("reason", told -> told.cells().sentence())
          .name("route", told -> told.cells().route())
          .text("platform_message_id", told -> told.cells().platformMessageId())
          .text("thread_id", told -> told.cells().threadId())
          .text("sent_text", told -> told.cells().sentText())
          .time("happened_at", told -> told.cells().happenedAt())
          .text("link", told -> told.cells().link())
          .flag("reconciled", told -> told.cells().reconciled())
          .time("occurred_at", told -> told.step().change().at());
  private static final String ADD =
      "INSERT INTO social_send_outbox (%s) SELECT * FROM %s ON CONFLICT (event_id) DO NOTHING"
          .formatted(LETTERS.names(), LETTERS.rows("o"));

  void follow(Connection connection, List<Made> made) throws SQLException {
    List<Told> told =
        made.stream()
            .flatMap(
                step ->
                    step.change().result().stream().map(result -> new Told(step, Cells.of(result))))
            .toList();
    LETTERS.write(connection, ADD, told);
  }

  /** A step and what is told of it. */
  private record Told(Made step, Cells cells) {

    /** The same result of the same attempt has the same id, however often it is decided. */
    String eventId() {
      String detail = cells.reasonCode() == null ? "" : cells.reasonCode();
      String until =
          cells.outcome().equals("DEFERRED") && cells.happenedAt() != null
              ? Long.toString(cells.happenedAt().toEpochMilli())
              : "";
      return DerivedId.of(
          "send-result",
          step.messageId(),
          step.orderId(),
          Integer.toString(step.attempt()),
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

    @Nullable String reasonCode() {
      return reason == null ? null : reason.code();
    }

    @Nullable String sentence() {
      return reason == null ? null : reason.sentence();
    }

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
