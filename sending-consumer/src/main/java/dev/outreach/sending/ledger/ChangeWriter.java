package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes steps durable inside one transaction, together with everything that follows from them: the
 * slot against the limits, the receipt, and the result on its way out. A step whose guard does not
 * hold any more changes nothing at all.
 */
final class ChangeWriter {

  private final Slots slots = new Slots();
  private final Receipts receipts = new Receipts();
  private final OutboxWriter outbox = new OutboxWriter();

  /** The changes that were made; the others are not ours any more. */
  Set<Change> write(Connection connection, List<Change> changes) throws SQLException {
    Map<Transition, List<Change>> groups = new EnumMap<>(Transition.class);
    changes.stream()
        .sorted(Comparator.comparing(Change::messageId))
        .forEach(
            change ->
                groups.computeIfAbsent(change.transition(), _ -> new ArrayList<>()).add(change));
    List<Change> made = new ArrayList<>();
    for (Map.Entry<Transition, List<Change>> group : groups.entrySet()) {
      made.addAll(update(connection, group.getKey(), group.getValue()));
    }
    slots.follow(connection, made);
    outbox.follow(connection, made);
    receipts.follow(connection, made);
    return new HashSet<>(made);
  }

  private static List<Change> update(
      Connection connection, Transition transition, List<Change> changes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TransitionSql.of(transition))) {
      for (Change change : changes) {
        TransitionSql.bind(statement, change);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      List<Change> made = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 1) {
          made.add(changes.get(i));
        }
      }
      return made;
    }
  }
}
