package dev.outreach.projector;

import dev.outreach.readmodel.write.Advance;
import dev.outreach.readmodel.write.AdvancePlaces;
import dev.outreach.readmodel.write.FillGeneration;
import dev.outreach.readmodel.write.ForgetWords;
import dev.outreach.runtime.FencedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Rows of a generation nobody counts yet: copied where they are new, merged where not. */
final class Filling implements Narrowing.Ways {

  private final BatchReader reader;
  private final Transactions transactions;
  private final Claims claims;
  private final RebuildParts parts;
  private final FillGeneration fill;
  private final ForgetWords forget;
  private final AtomicLong unreadable;

  Filling(RebuildParts parts, Claims claims, int generation, AtomicLong unreadable) {
    this.reader = parts.reader();
    this.transactions = parts.transactions();
    this.claims = claims;
    this.parts = parts;
    this.fill = new FillGeneration(generation);
    this.forget = new ForgetWords(generation);
    this.unreadable = unreadable;
  }

  @Override
  public void whole(List<ConsumerRecord<byte[], byte[]>> records) {
    Batch batch = reader.read(records);
    FillGeneration.Rows rows =
        new FillGeneration.Rows(batch.people(), batch.messages(), batch.timeline());
    write(records, batch, connection -> fill.write(connection, rows));
    unreadable.addAndGet(batch.refused().size());
  }

  @Override
  public void without(ConsumerRecord<byte[], byte[]> record, StoreException.BadData why) {
    write(List.of(record), new Batch(), _ -> {});
    unreadable.incrementAndGet();
  }

  /** What is done with the rows. */
  private interface Rows {
    void write(Connection connection) throws SQLException;
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> records, Batch batch, Rows rows) {
    Map<TopicPartition, Advance> advances = claims.advances(records);
    transactions.run(
        connection -> {
          answerBeforeTheDisk(connection);
          if (!new AdvancePlaces()
              .advance(connection, Claims.steps(advances), parts.clock().instant())) {
            throw new FencedException("one of " + advances.keySet());
          }
          rows.write(connection);
          forget.of(connection, batch.erased());
        });
    claims.moved(advances);
  }

  /** Rows and offsets are lost together where PostgreSQL dies, so nothing is lost for good. */
  private static void answerBeforeTheDisk(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL synchronous_commit = off");
    }
  }
}
