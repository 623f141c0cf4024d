package dev.outreach.discovery.table;

import dev.outreach.schemas.DiscoveryRequested;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.engine.spi.OffsetCommitPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rows inserted from the database's log, batch after batch. A batch is told to the
 * database as read only after Kafka has it.
 */
final class CaptureEngine implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CaptureEngine.class);

  private final IntakeLog intakeLog;
  private final DebeziumEngine<RecordChangeEvent<SourceRecord>> engine;
  private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
  private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();

  CaptureEngine(Properties settings, IntakeLog intakeLog) {
    this.intakeLog = intakeLog;
    this.engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(settings)
            .using(OffsetCommitPolicy.always())
            .notifying(this::handle)
            .using((success, message, failure) -> ended(success, message, failure))
            .build();
  }

  void start() {
    Thread worker = Thread.ofPlatform().name("table-intake-engine").unstarted(engine);
    thread.set(worker);
    worker.start();
  }

  /** Completes when it ends: with why, or with nothing where it was closed. */
  CompletableFuture<Optional<Throwable>> end() {
    return end;
  }

  private void handle(
      List<RecordChangeEvent<SourceRecord>> batch,
      RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
      throws InterruptedException {
    List<DiscoveryRequested> requests = new ArrayList<>();
    for (RecordChangeEvent<SourceRecord> event : batch) {
      inserted(event.record()).map(RequestRow::captured).ifPresent(requests::add);
    }
    intakeLog.publish(requests, WalPlace.of(batch.getLast().record().sourceOffset()));
    for (RecordChangeEvent<SourceRecord> event : batch) {
      committer.markProcessed(event);
    }
    committer.markBatchFinished();
    log.debug("captured {} requests", requests.size());
  }

  /** The row an event says was inserted; empty for heartbeats. */
  private static Optional<Struct> inserted(SourceRecord record) {
    boolean isInsert =
        record.value() instanceof Struct change
            && change.schema().field("after") != null
            && "c".equals(change.getString("op"));
    return isInsert
        ? Optional.ofNullable(((Struct) record.value()).getStruct("after"))
        : Optional.empty();
  }

  private void ended(boolean success, String message, @Nullable Throwable failure) {
    end.complete(
        success
            ? Optional.empty()
            : Optional.of(failure == null ? new IllegalStateException(message) : failure));
  }

  @Override
  public void close() {
    try {
      engine.close();
    } catch (IOException | IllegalStateException alreadyEnding) {
      log.debug("the engine was ending already", alreadyEnding);
    }
    Thread worker = thread.get();
    try {
      if (worker != null && !worker.join(Duration.ofSeconds(5))) {
        worker.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
