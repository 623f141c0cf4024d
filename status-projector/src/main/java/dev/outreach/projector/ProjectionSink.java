package dev.outreach.projector;

import static java.util.Objects.requireNonNull;

import dev.outreach.readmodel.Policy;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.write.Advance;
import dev.outreach.readmodel.write.AdvancePlaces;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.ClaimPlaces;
import dev.outreach.readmodel.write.ForgetElsewhere;
import dev.outreach.readmodel.write.GenerationState;
import dev.outreach.readmodel.write.Generations;
import dev.outreach.readmodel.write.LookBack;
import dev.outreach.readmodel.write.NotifyChanges;
import dev.outreach.readmodel.write.Place;
import dev.outreach.readmodel.write.Policies;
import dev.outreach.readmodel.write.WriteFinds;
import dev.outreach.readmodel.write.WriteJobs;
import dev.outreach.readmodel.write.WriteParts;
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
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final Policy policy;
  private final String owner;
  private final Transactions transactions;
  private final Narrowing.Ways ways = new InTransactions();
  private final AtomicReference<@Nullable Generation> generation = new AtomicReference<>();
  private final AtomicBoolean outlived = new AtomicBoolean();

  ProjectionSink(Parts parts) {
    this.dataSource = parts.dataSource();
    this.reader = parts.reader();
    this.deadLetters = parts.deadLetters();
    this.streams = parts.streams();
    this.claims = parts.claims();
    this.clock = parts.clock();
    this.policy = parts.policy();
    this.owner = parts.owner();
    this.transactions = new Transactions(dataSource);
  }

  /**
   * What a sink is made of; {@code policy} holds where none is laid down, {@code owner} names this
   * process for an operator's eyes.
   */
  record Parts(
      DataSource dataSource,
      BatchReader reader,
      DeadLetterOffice deadLetters,
      Streams streams,
      Claims claims,
      Clock clock,
      Policy policy,
      String owner) {}

  @Override
  public Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
    if (generation.get() == null) {
      ReadModelMigration.migrate(dataSource);
      transactions.run(connection -> new Policies().begin(connection, policy));
    }
    return transactions.call(connection -> claim(connection, partitions));
  }

  private Map<TopicPartition, Long> claim(
      Connection connection, Collection<TopicPartition> partitions) throws SQLException {
    Generation live = Generation.of(liveNow(connection));
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

  /** The generation readers see, and which they go on to see until we have claimed. */
  private static int liveNow(Connection connection) throws SQLException {
    Generations generations = new Generations();
    generations.holdLive(connection);
    GenerationState live = generations.live(connection);
    if (live.projectionVersion() > Projection.VERSION) {
      throw new OlderThanTheRows(live.projectionVersion());
    }
    return live.number();
  }

  @Override
  public void apply(ConsumerRecords<byte[], byte[]> records) {
    List<ConsumerRecord<byte[], byte[]>> inOrder = new ArrayList<>(records.count());
    records.forEach(inOrder::add);
    Narrowing.apply(inOrder, ways);
  }

  @Override
  public void reached(Map<TopicPartition, Long> positions) {
    claims.reached(positions);
    if (outlived.getAndSet(false)) {
      throw new FencedException("what was written last");
    }
  }

  /**
   * Told by the clock: looks whether readers see another generation than we write, or the store has
   * gone back behind what we wrote. Then everything is claimed again, even where no event comes.
   */
  void lookWhatReadersSee() {
    Generation ours = generation.get();
    List<Claim> held = List.copyOf(claims.all().values());
    if (ours != null
        && transactions.call(
            connection ->
                new Generations().live(connection).number() != ours.number()
                    || new LookBack().stepsBack(connection, held) > 0)) {
      outlived.set(true);
    }
  }

  @Override
  public void release(Collection<TopicPartition> partitions) {
    claims.release(partitions);
  }

  /** The follow-up clock writes into the same generation. */
  @Nullable Generation generation() {
    return generation.get();
  }

  private void write(List<ConsumerRecord<byte[], byte[]>> records, Batch batch) {
    Generation tables = generation.get();
    if (tables == null) {
      throw new FencedException("no partition was claimed: every partition");
    }
    Map<TopicPartition, Advance> advances = claims.advances(records);
    transactions.run(
        connection -> {
          if (!new AdvancePlaces().advance(connection, Claims.steps(advances), clock.instant())) {
            throw new FencedException("one of " + advances.keySet());
          }
          new WriteReplays().write(connection, batch.replays());
          tables.write(connection, batch);
          tables.forget().ofThoseWhoAsked(connection, batch.drafted());
          new ForgetElsewhere().of(connection, tables.number(), batch.erased());
          new WriteJobs().write(connection, batch.jobs());
          new WriteParts().write(connection, batch.parts());
          new WriteFinds().write(connection, batch.finds());
          new NotifyChanges().of(connection, batch.changes());
          deadLetters.send(batch.refused());
        });
    claims.moved(advances);
  }

  /** Applies records, each set of them in one transaction. */
  private final class InTransactions implements Narrowing.Ways {

    @Override
    public void whole(List<ConsumerRecord<byte[], byte[]>> records) {
      write(records, reader.read(records));
    }

    @Override
    public void without(ConsumerRecord<byte[], byte[]> record, StoreException.BadData why) {
      Batch nothing = new Batch();
      nothing.refuse(new Refused(record, Reason.PROCESSING_FAILED, why));
      write(List.of(record), nothing);
    }
  }
}
