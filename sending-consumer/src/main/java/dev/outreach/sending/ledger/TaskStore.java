package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Task;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * Where tasks become rows of the ledger, in one transaction with how far they have been read.
 * Thread-safe.
 */
public final class TaskStore {

  private final Database database;
  private final Orders orders = new Orders();
  private final Decisions decisions = new Decisions(new ChangeWriter());
  private final Restore restore;
  private final Map<TopicPartition, Long> epochs = new ConcurrentHashMap<>();

  /** A store in a database that {@link SendingSchema} has prepared. */
  public TaskStore(Database database) {
    this.database = database;
    this.restore = new Restore(database);
  }

  /**
   * Becomes the only writer of partitions.
   *
   * @return where each goes on; a partition that is missing has never been read
   */
  public Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Offsets.Owned> owned =
        database.transaction(
            "claiming partitions", connection -> Offsets.claim(connection, partitions));
    Map<TopicPartition, Long> positions = new HashMap<>();
    owned.forEach(
        (partition, position) -> {
          epochs.put(partition, position.epoch());
          if (position.isKnown()) {
            positions.put(partition, position.nextOffset());
          }
        });
    return positions;
  }

  /**
   * Applies tasks in their order and moves the offsets.
   *
   * @throws dev.outreach.runtime.FencedException where another writer has claimed a partition;
   *     nothing was applied
   */
  public void apply(List<Placed> tasks, Map<TopicPartition, Long> nextOffsets, Instant now) {
    database.transaction(
        "accepting tasks",
        connection -> {
          Offsets.advance(connection, nextOffsets, epochs);
          new Pass(connection, now).over(tasks.stream().map(Placed::task).toList());
          suspectReadAgain(connection, tasks, now);
          return tasks.size();
        });
  }

  /** Orders that had been carried out before a restore are doubtful, not new. */
  private void suspectReadAgain(Connection connection, List<Placed> tasks, Instant now)
      throws SQLException {
    Map<TopicPartition, Long> below = restore.below(connection);
    List<String> again =
        tasks.stream()
            .filter(placed -> placed.task() instanceof Task.Ordered)
            .filter(placed -> placed.offset() < below.getOrDefault(placed.partition(), 0L))
            .map(placed -> placed.task().messageId())
            .toList();
    if (!again.isEmpty()) {
      restore.suspectAgain(connection, again, now);
    }
  }

  /** One pass over a batch; orders that follow each other share a statement. */
  private final class Pass {

    private final Connection connection;
    private final Instant now;
    private final List<Order> gathered = new ArrayList<>();

    Pass(Connection connection, Instant now) {
      this.connection = connection;
      this.now = now;
    }

    void over(List<Task> tasks) throws SQLException {
      for (Task task : tasks) {
        switch (task) {
          case Task.Ordered(Order order) -> gathered.add(order);
          case Task.Cancelled cancelled -> {
            flush();
            decisions.cancel(connection, cancelled, now);
          }
          case Task.Suppressed suppressed -> {
            flush();
            Suppressions.add(connection, suppressed, now);
          }
          case Task.Resolved resolved -> {
            flush();
            decisions.resolve(connection, resolved, now);
          }
        }
      }
      flush();
    }

    private void flush() throws SQLException {
      if (!gathered.isEmpty()) {
        orders.accept(connection, gathered, now);
        gathered.clear();
      }
    }
  }
}
