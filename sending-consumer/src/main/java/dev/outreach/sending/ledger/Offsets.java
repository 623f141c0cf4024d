package dev.outreach.sending.ledger;

import dev.outreach.runtime.FencedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the tasks have become rows; whoever claimed a partition last is its only writer. */
final class Offsets {

  /** Stands for a partition of which nothing has been read. */
  private static final long NONE = -1;

  private static final String CLAIM =
      """
      INSERT INTO social_send_offsets (topic, partition, next_offset, owner_epoch)
      VALUES (?, ?, -1, 1)
      ON CONFLICT (topic, partition)
        DO UPDATE SET owner_epoch = social_send_offsets.owner_epoch + 1
      RETURNING next_offset, owner_epoch""";
  private static final String ADVANCE =
      """
      UPDATE social_send_offsets SET next_offset = ?
      WHERE topic = ? AND partition = ? AND owner_epoch = ?""";

  private static final Comparator<TopicPartition> IN_ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  private Offsets() {}

  /** Where a partition goes on, and under which epoch it is ours. */
  record Owned(long nextOffset, long epoch) {

    boolean isKnown() {
      return nextOffset != NONE;
    }
  }

  static Map<TopicPartition, Owned> claim(
      Connection connection, Collection<TopicPartition> partitions) throws SQLException {
    Map<TopicPartition, Owned> owned = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      for (TopicPartition partition : sorted(partitions)) {
        new Parameters(statement).text(partition.topic()).number(partition.partition());
        try (ResultSet rows = statement.executeQuery()) {
          rows.next();
          Row row = new Row(rows);
          owned.put(
              partition, new Owned(row.bigNumber("next_offset"), row.bigNumber("owner_epoch")));
        }
      }
    }
    return owned;
  }

  static void advance(
      Connection connection,
      Map<TopicPartition, Long> nextOffsets,
      Map<TopicPartition, Long> epochs)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
      for (TopicPartition partition : sorted(nextOffsets.keySet())) {
        Long epoch = epochs.get(partition);
        Long nextOffset = nextOffsets.get(partition);
        if (epoch == null || nextOffset == null) {
          throw new FencedException(partition.toString());
        }
        new Parameters(statement)
            .number(nextOffset)
            .text(partition.topic())
            .number(partition.partition())
            .number(epoch);
        if (statement.executeUpdate() != 1) {
          throw new FencedException(partition.toString());
        }
      }
    }
  }

  private static List<TopicPartition> sorted(Collection<TopicPartition> partitions) {
    return partitions.stream().sorted(IN_ORDER).toList();
  }
}
