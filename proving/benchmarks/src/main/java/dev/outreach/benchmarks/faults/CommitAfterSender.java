package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.ChildProcess;
import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Servers;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.SendOrder;
import dev.outreach.schemas.SendTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The peer: poll, call the platform, try again a few times where no answer came, commit the offsets
 * after the batch. No record of its own of what it did.
 */
public final class CommitAfterSender {

  private static final Logger log = LoggerFactory.getLogger(CommitAfterSender.class);

  static final String GROUP = "commit-after";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int TRIES = 3;

  private final Adapters adapters;
  private final Deserializer<SendTask> deserializer =
      LocalSchemas.serdes(Servers.TOPICS).deserializer();

  private CommitAfterSender(Adapters adapters) {
    this.adapters = adapters;
  }

  /** Runs until the input ends; says on the output when it is at work. */
  public static void run(Settings settings, Clock clock, InputStream input, PrintStream output) {
    AtomicBoolean open = new AtomicBoolean(true);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                input.transferTo(OutputStream.nullOutputStream());
              } catch (IOException failure) {
                throw new UncheckedIOException(failure);
              } finally {
                open.set(false);
              }
            });
    Map<String, Object> kafka = KafkaSettings.of(settings).consumer(GROUP, "peer");
    kafka.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    try (Adapters adapters = new Adapters(settings, clock)) {
      CommitAfterSender sender = new CommitAfterSender(adapters);
      while (open.get()) {
        sender.consume(kafka, open, output);
      }
    }
  }

  /** A consumer that was frozen may find itself without what it was reading: it begins again. */
  private void consume(Map<String, Object> kafka, AtomicBoolean open, PrintStream output) {
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka)) {
      consumer.subscribe(List.of(Servers.TOPICS.sendTasks().name()));
      consumer.poll(POLL);
      output.println(ChildProcess.READY);
      while (open.get()) {
        sendAll(consumer.poll(POLL));
        commit(consumer);
      }
    } catch (KafkaException | IllegalStateException lost) {
      log.warn("the consumer is opened again", lost);
    }
  }

  /** Who was given up meanwhile cannot commit; the records go to somebody else once more. */
  private static void commit(Consumer<byte[], byte[]> consumer) {
    try {
      consumer.commitSync();
    } catch (KafkaException givenUp) {
      log.warn("a batch was sent and could not be committed", givenUp);
    }
  }

  private void sendAll(ConsumerRecords<byte[], byte[]> records) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        threads.execute(() -> send(deserializer.deserialize(record.topic(), record.value())));
      }
    }
  }

  private void send(SendTask task) {
    if (!(task.getInstruction() instanceof SendOrder order)) {
      return;
    }
    Messaging messaging = adapters.of(way(order));
    OutboundMessage message =
        new OutboundMessage(
            order.getText(),
            order.getRecipient(),
            Optional.empty(),
            Purpose.RESPONSE,
            task.getMessageId());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (messaging.send(message, () -> {}) instanceof SendOutcome.Sent) {
        return;
      }
    }
  }

  private static Way way(SendOrder order) {
    return java.util.stream.Stream.of(Way.values())
        .filter(way -> way.platform() == order.getPlatform())
        .findFirst()
        .orElseThrow();
  }
}
