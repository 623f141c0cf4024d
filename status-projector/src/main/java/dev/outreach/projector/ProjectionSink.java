package dev.outreach.projector;

import static java.util.Objects.requireNonNull;

import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.write.Advance;
import dev.outreach.readmodel.write.AdvancePlaces;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.ClaimPlaces;
import dev.outreach.readmodel.write.LiveGeneration;
import dev.outreach.readmodel.write.NotifyChanges;
import dev.outreach.readmodel.write.Place;
import dev.outreach.readmodel.write.WriteJobs;
import dev.outreach.readmodel.write.WriteReplays;
import dev.outreach.runtime.BatchSink;
import dev.outreach.runtime.DeadLetters.Reason;
import dev.outreach.runtime.FencedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The whole flow: records of one poll become rows, exact counts, offsets and a notification in one
 * transaction. Offsets move first: a partition somebody else has claimed ends the transaction
 * before anything is written.
 */
final class ProjectionSink implements BatchSink {

  private final DataSource dataSource;
  private final BatchReader reader;
  private final DeadLetterOffice deadLetters;
  private final Streams streams;
  private final Claims claims;
  private final Clock clock;
  private final String owner;
  private final Transactions transactions;
  private final AtomicReference<@Nullable Generation> generation = new AtomicReference<>();

  ProjectionSink(Parts parts) {
    this.dataSource = parts.dataSource();
    this.reader = parts.reader();
    this.deadLetters = parts.deadLetters();
    this.streams = parts.streams();
    this.claims = parts.claims();
    this.clock = parts.clock();
    this.owner = parts.owner();
    this.transactions = new Transactions(dataSource);
  }

  /** What a sink is made of; {@code owner} names this process for an operator's eyes. */
  record Parts(
      DataSource dataSource,
      BatchReader reader,
      DeadLetterOffice deadLetters,
      Streams streams,
      Claims claims,
      Clock clock,
      String owner) {}

  @Override
  public Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
    if (generation.get() == null) {
      ReadModelMigration.migrate(dataSource);
    }
    return transactions.call(connection -> claim(connection, partitions));
  }

  private Map<TopicPartition, Long> claim(
      Connection connection, Collection<TopicPartition> partitions) throws SQLException {
    Generation live = Generation.of(new LiveGeneration().of(connection));
    Map<Place, TopicPartition> places = new HashMap<>();
    partitions.forEach(partition -> places.put(streams.place(partition, live.number()), partition));
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (Claim claim : new ClaimPlaces().claim(connection, places.keySet(), owner)) {
      TopicPartition partition = requireNonNull(places.get(claim.place()));
      claims.hold(partition, claim);
      if (claim.nextOffset() > 0) {
        positions.put(partition, claim.nextOffset());
      }
    }
    generation.set(live);
    return positions;
  }

  @Override
  public void apply(ConsumerRecords<byte[], byte[]> records) {
    List<ConsumerRecord<byte[], byte[]>> inOrder = new ArrayList<>(records.count());
    records.forEach(inOrder::add);
    apply(inOrder);
  }

  @Override
  public void reached(Map<TopicPartition, Long> positions) {
    claims.reached(positions);
  }

  @Override
  public void release(Collection<TopicPartition> partitions) {
    claims.release(partitions);
  }

  /** The follow-up clock writes into the same generation. */
  @Nullable Generation generation() {
    return generation.get();
  }

  private void apply(List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      write(records, reader.read(records));
    } catch (StoreException.BadData badData) {
      if (records.size() == 1) {
        Batch nothing = new Batch();
        nothing.refuse(new Refused(records.getFirst(), Reason.PROCESSING_FAILED, badData));
        write(records, nothing);
        return;
      }
      applyHalves(records);
    }
  }

  /** Narrows down which record PostgreSQL cannot hold, so that its neighbours are not lost. */
  private void applyHalves(List<ConsumerRecord<byte[], byte[]>> records) {
    int middle = records.size() / 2;
    apply(records.subList(0, middle));
    apply(records.subList(middle, records.size()));
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> records, Batch batch) {
    Generation tables = generation.get();
    if (tables == null) {
      throw new FencedException("no partition was claimed: every partition");
    }
    Map<TopicPartition, Advance> advances = claims.advances(records);
    transactions.call(
        connection -> {
          if (!new AdvancePlaces().advance(connection, Claims.steps(advances), clock.instant())) {
            throw new FencedException("one of " + advances.keySet());
          }
          tables.write(connection, batch);
          new WriteJobs().write(connection, batch.jobs());
          new WriteReplays().write(connection, batch.replays());
          new NotifyChanges().of(connection, batch.changes());
          deadLetters.send(batch.refused());
          return advances.size();
        });
    claims.moved(advances);
  }
}
