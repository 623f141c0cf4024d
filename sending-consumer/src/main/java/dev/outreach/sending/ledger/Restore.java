package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a ledger that is older than what was done with it: a database restored from a backup, or
 * an empty one. The broker's copy of the offsets is written after ours and so never runs ahead of
 * it otherwise. Whatever may have been sent in the lost time becomes doubtful instead of being sent
 * again: the platform is asked where it can tell, a person where it cannot. Must be asked before
 * anything is claimed. Thread-safe.
 */
public final class Restore {

  private static final Logger log = LoggerFactory.getLogger(Restore.class);
  private static final Reason LOST_TIME =
      new Reason("RESTORED", "The ledger is older than the log: it may have been sent already.");

  private static final String INSTALLATION =
      "SELECT identity FROM social_send_installation FOR UPDATE";
  private static final String SETTLE =
      """
      INSERT INTO social_send_installation AS i (identity, since) VALUES (?, ?)
      ON CONFLICT (one) DO UPDATE SET identity = excluded.identity, since = excluded.since
      WHERE i.identity <> excluded.identity\
      """;
  private static final String STORED =
      "SELECT topic, partition, next_offset FROM social_send_offsets";
  private static final String NOTICE =
      """
      INSERT INTO social_send_restored (topic, partition, below_offset, noticed_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (topic, partition) DO UPDATE SET
        below_offset = GREATEST(social_send_restored.below_offset, excluded.below_offset)\
      """;
  private static final String BELOW =
      "SELECT topic, partition, below_offset FROM social_send_restored";
  private static final String WAITING =
      """
      SELECT message_id, state, fence, attempt, in_doubt, approved_at FROM social_send_ledger
      WHERE state IN ('READY', 'CLAIMED') AND (?::text[] IS NULL OR message_id = ANY (?))
      FOR UPDATE\
      """;

  private final Database database;
  private final ChangeWriter writer = new ChangeWriter();

  /** Over the ledger's database. */
  public Restore(Database database) {
    this.database = database;
  }

  /**
   * Compares the ledger with the broker's copy of the offsets.
   *
   * @param committed the broker's copy, for every partition it has one of
   * @return how many messages have become doubtful; more may follow as tasks are read again
   */
  public int notice(Map<TopicPartition, Long> committed, Instant now) {
    return database.transaction(
        "comparing the ledger with the log",
        connection -> {
          Map<TopicPartition, Long> stored = offsets(connection, STORED, "next_offset");
          Map<TopicPartition, Long> lost = new HashMap<>();
          committed.forEach(
              (partition, offset) -> {
                if (offset > Math.max(0, stored.getOrDefault(partition, 0L))) {
                  lost.put(partition, offset);
                }
              });
          if (lost.isEmpty()) {
            return 0;
          }
          log.warn("the ledger is older than the log in {} partitions", lost.size());
          note(connection, lost, now);
          return suspect(connection, Optional.empty(), now);
        });
  }

  /**
   * Compares where the ledger is at work with where it was: a copy of it elsewhere knows nothing of
   * what the original has sent since.
   *
   * @param identity of this machine and folder
   * @param ends how far the log of tasks reaches, for every partition
   * @return how many messages have become doubtful; more may follow as tasks are read
   */
  public int moved(String identity, Map<TopicPartition, Long> ends, Instant now) {
    return database.transaction(
        "comparing the place of the ledger",
        connection -> {
          Optional<String> before = installation(connection, identity, now);
          if (before.isEmpty() || before.get().equals(identity)) {
            return 0;
          }
          log.warn("the ledger was at work elsewhere: what is not sent yet is in doubt");
          note(connection, ends, now);
          return suspect(connection, Optional.empty(), now);
        });
  }

  /** Where the ledger was at work before, empty for nowhere; from now on it is here. */
  private static Optional<String> installation(Connection connection, String identity, Instant now)
      throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(INSTALLATION);
        PreparedStatement settle = connection.prepareStatement(SETTLE)) {
      Optional<String> before;
      try (ResultSet rows = read.executeQuery()) {
        before = rows.next() ? Optional.of(rows.getString("identity")) : Optional.empty();
      }
      new Parameters(settle).text(identity).time(now);
      settle.executeUpdate();
      return before;
    }
  }

  /** Below which offsets tasks had been carried out before the restore. */
  Map<TopicPartition, Long> below(Connection connection) throws SQLException {
    return offsets(connection, BELOW, "below_offset");
  }

  /** Makes messages that were just read again doubtful. */
  void suspectAgain(Connection connection, Collection<String> messageIds, Instant now)
      throws SQLException {
    suspect(connection, Optional.of(messageIds), now);
  }

  private int suspect(Connection connection, Optional<Collection<String>> only, Instant now)
      throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
      Parameters parameters = new Parameters(statement);
      if (only.isPresent()) {
        parameters.texts(only.get()).texts(only.get());
      } else {
        parameters.noTexts().noTexts();
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changes.add(change(new Row(rows), now));
        }
      }
    }
    return writer.write(connection, changes).size();
  }

  private static Change change(Row row, Instant now) throws SQLException {
    Position position = OrderRow.position(row);
    Details details =
        Details.waiting(now, now, LOST_TIME, Optional.of(now)).writtenAt(row.time("approved_at"));
    return Change.of(row.text("message_id"), Transition.SUSPECT, position.fence(), details);
  }

  private static void note(Connection connection, Map<TopicPartition, Long> lost, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTICE)) {
      for (Map.Entry<TopicPartition, Long> partition : lost.entrySet()) {
        new Parameters(statement)
            .text(partition.getKey().topic())
            .number(partition.getKey().partition())
            .number(partition.getValue())
            .time(now);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Map<TopicPartition, Long> offsets(
      Connection connection, String query, String column) throws SQLException {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Row row = new Row(rows);
        offsets.put(
            new TopicPartition(row.text("topic"), row.number("partition")), row.bigNumber(column));
      }
    }
    return offsets;
  }
}
