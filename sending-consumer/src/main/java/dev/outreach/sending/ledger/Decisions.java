package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what people and rules decide about a message: taken back, sent, again, never. */
final class Decisions {

  private static final Logger log = LoggerFactory.getLogger(Decisions.class);
  private static final String LOCK =
      """
      SELECT state, fence, attempt, in_doubt, route, write_at FROM social_send_ledger
      WHERE message_id = ? FOR UPDATE\
      """;

  /** Takes effect as soon as it is clear what became of the byte that may have left. */
  private static final String NOTE_CANCEL =
      """
      UPDATE social_send_ledger SET cancel_code = ?, cancel_reason = ?
      WHERE message_id = ? AND state IN ('WRITING', 'UNKNOWN', 'QUARANTINED')
        AND cancel_code IS NULL\
      """;

  private final ChangeWriter writer;
  private final Slots slots = new Slots();

  Decisions(ChangeWriter writer) {
    this.writer = writer;
  }

  void cancel(Connection connection, Task.Cancelled task, Instant now) throws SQLException {
    Optional<Standing> standing = lock(connection, task.messageId());
    if (standing.isEmpty()) {
      log.info("nothing to cancel: message {} is not known", task.messageId());
      return;
    }
    Position row = standing.get().position();
    Transition cancel = row.inDoubt() ? Transition.CANCEL_IN_DOUBT : Transition.CANCEL;
    if (cancel.apply(row, row.fence()).isPresent()) {
      Change change =
          Change.of(task.messageId(), cancel, row.fence(), Details.because(now, task.reason()))
              .telling(Endings.resultOf(cancel, task.reason(), standing.get().route()));
      writer.write(connection, List.of(change));
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(NOTE_CANCEL)) {
      new Parameters(statement)
          .text(task.reason().code())
          .text(task.reason().sentence())
          .text(task.messageId());
      statement.executeUpdate();
    }
  }

  void resolve(Connection connection, Task.Resolved task, Instant now) throws SQLException {
    Optional<Standing> standing = lock(connection, task.messageId());
    if (standing.isEmpty()) {
      log.info("nothing to resolve: message {} is not known", task.messageId());
      return;
    }
    Change change = change(task, standing.get(), now);
    if (writer.write(connection, List.of(change)).isEmpty()) {
      log.info(
          "message {} is {}: the decision {} does not apply",
          task.messageId(),
          standing.get().position().state(),
          task.resolution());
      return;
    }
    if (task.resolution() == Task.Resolution.SENT) {
      slots.countAnyway(connection, task.messageId(), now);
    }
  }

  private static Change change(Task.Resolved task, Standing standing, Instant now) {
    long fence = standing.position().fence();
    return switch (task.resolution()) {
      case SENT -> {
        Result.Succeeded sent = sent(task, standing, now);
        yield Change.of(task.messageId(), success(standing), fence, Details.sent(now, sent))
            .telling(sent);
      }
      case RETRY -> {
        Reason again = new Reason("RETRY", "A person wants it tried again.");
        Details details = Details.waiting(now, now, again, Optional.empty()).lookingFirst();
        yield Change.of(task.messageId(), Transition.RETRY, fence, details);
      }
      case ABANDONED -> {
        Reason abandoned = new Reason("ABANDONED", "A person decided that it is not to be sent.");
        yield Change.of(
                task.messageId(), Transition.ABANDON, fence, Details.because(now, abandoned))
            .telling(new Result.Withdrawn(abandoned));
      }
    };
  }

  /** A definite success is evidence whoever brings it, also before the sender itself knows. */
  private static Transition success(Standing standing) {
    Position row = standing.position();
    return Transition.SUCCEED.apply(row, row.fence()).isPresent()
        ? Transition.SUCCEED
        : Transition.CONFIRM;
  }

  private static Result.Succeeded sent(Task.Resolved task, Standing standing, Instant now) {
    State state = standing.position().state();
    boolean wasInDoubt = state == State.QUARANTINED || state == State.UNKNOWN;
    Instant sentAt =
        task.sentAt().or(() -> wasInDoubt ? standing.writeAt() : Optional.empty()).orElse(now);
    return new Result.Succeeded(
        standing.route().orElse(Route.MANUAL),
        task.sighting().platformMessageId(),
        task.sighting().threadId(),
        task.sentText(),
        sentAt,
        wasInDoubt);
  }

  private static Optional<Standing> lock(Connection connection, String messageId)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      new Parameters(statement).text(messageId);
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        Row row = new Row(rows);
        return Optional.of(
            new Standing(
                OrderRow.position(row),
                row.optionalText("route").map(Route::valueOf),
                row.optionalTime("write_at")));
      }
    }
  }

  /** Where a message stands, and how it was tried. */
  private record Standing(Position position, Optional<Route> route, Optional<Instant> writeAt) {}
}
