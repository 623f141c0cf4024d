package dev.outreach.projector;

import dev.outreach.readmodel.write.Place;
import dev.outreach.runtime.DeadLetters.Reason;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ReplayDraft;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.serdes.RegistryFailure;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records into a {@link Batch}; what cannot be read or held is refused, one by one. While the
 * schema registry is away nothing is refused: the records may be in order.
 */
final class BatchReader {

  private final Streams streams;
  private final RecordReader<ProfileEvent> events;
  private final RecordReader<DiscoveryProgress> progress;
  private final RecordReader<DiscoveryResult> results;
  private final RecordReader<ReplayDraft> replays;

  BatchReader(Streams streams, EventSerdes serdes) {
    this.streams = streams;
    this.events = new RecordReader<>(serdes.<ProfileEvent>deserializer(), ProfileEvent.class);
    this.progress =
        new RecordReader<>(serdes.<DiscoveryProgress>deserializer(), DiscoveryProgress.class);
    this.results =
        new RecordReader<>(serdes.<DiscoveryResult>deserializer(), DiscoveryResult.class);
    this.replays = new RecordReader<>(serdes.<ReplayDraft>deserializer(), ReplayDraft.class);
  }

  Batch read(List<ConsumerRecord<byte[], byte[]>> records) {
    Batch batch = new Batch();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      add(record, batch);
    }
    return batch;
  }

  private void add(ConsumerRecord<byte[], byte[]> record, Batch batch) {
    switch (streams.of(record.topic())) {
      case Place.PROFILE_EVENTS ->
          add(
              record,
              events.read(record),
              batch,
              event -> batch.add(ProfileRows.of(event, record.partition())));
      case Place.DISCOVERY_PROGRESS ->
          add(
              record,
              progress.read(record),
              batch,
              event -> {
                batch.add(JobRows.of(event, record.offset()));
                JobRows.part(event, record.offset()).ifPresent(batch::add);
              });
      case Place.DISCOVERY_RESULTS ->
          add(record, results.read(record), batch, result -> batch.add(JobRows.find(result)));
      case Place.REPLAYS ->
          add(
              record,
              replays.read(record),
              batch,
              draft -> batch.add(ReplayRows.of(draft, record.offset())));
      default -> throw new IllegalStateException("not a topic of ours: " + record.topic());
    }
  }

  private static <T> void add(
      ConsumerRecord<byte[], byte[]> record, Decoded<T> decoded, Batch batch, Consumer<T> keep) {
    switch (decoded) {
      case Decoded.Unreadable<T> unreadable -> {
        if (RegistryFailure.isBehind(unreadable.cause())) {
          throw new IllegalStateException("the schema registry is away", unreadable.cause());
        }
        batch.refuse(new Refused(record, unreadable.reason(), unreadable.cause()));
      }
      case Decoded.Read<T> read -> {
        try {
          keep.accept(read.value());
        } catch (IllegalArgumentException invalid) {
          batch.refuse(new Refused(record, Reason.INVALID, invalid));
        }
      }
    }
  }
}
