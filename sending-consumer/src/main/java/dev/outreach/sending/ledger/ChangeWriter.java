package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes steps durable inside one transaction, together with everything that follows from them: the
 * slot against the limits, the receipt, and the result on its way out. A step whose guard does not
 * hold any more changes nothing at all. Steps of one kind share a statement.
 */
final class ChangeWriter {

  private final Slots slots = new Slots();
  private final Receipts receipts = new Receipts();
  private final OutboxWriter outbox = new OutboxWriter();

  /** The very changes that were made; the others are not ours any more. */
  Set<Change> write(Connection connection, List<Change> changes) throws SQLException {
    Map<Transition, List<Change>> groups = new EnumMap<>(Transition.class);
    changes.stream()
        .sorted(Comparator.comparing(Change::messageId))
        .forEach(
            change ->
                groups.computeIfAbsent(change.transition(), _ -> new ArrayList<>()).add(change));
    List<Made> made = new ArrayList<>();
    for (Map.Entry<Transition, List<Change>> group : groups.entrySet()) {
      made.addAll(update(connection, group.getKey(), group.getValue()));
    }
    slots.follow(connection, made);
    outbox.follow(connection, made);
    receipts.follow(connection, made);
    Set<Change> done = Collections.newSetFromMap(new IdentityHashMap<>());
    made.forEach(step -> done.add(step.change()));
    return done;
  }

  /** A statement joins each row once, so a second step of the same message needs another one. */
  private static List<Made> update(
      Connection connection, Transition transition, List<Change> changes) throws SQLException {
    Map<String, Change> first = new LinkedHashMap<>();
    List<Change> again = new ArrayList<>();
    for (Change change : changes) {
      if (first.putIfAbsent(change.messageId(), change) != null) {
        again.add(change);
      }
    }
    List<Change> once = again.isEmpty() ? changes : List.copyOf(first.values());
    List<Made> made = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TransitionSql.of(transition));
        ResultSet rows = TransitionSql.CHANGES.bind(statement, once).executeQuery()) {
      while (rows.next()) {
        Row row = new Row(rows);
        made.add(Made.of(Objects.requireNonNull(first.get(row.text("message_id"))), row));
      }
    }
    if (!again.isEmpty()) {
      made.addAll(update(connection, transition, again));
    }
    return made;
  }
}
