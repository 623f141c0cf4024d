package dev.outreach.systemtests.planted;

import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.SendOutcome;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

public final class BreakingTopology {

  @SuppressWarnings("NonFinalStaticField") // planted: the rule must catch it
  private static int counter;

  private final Optional<KafkaStreams> streams = Optional.empty();

  public Topology topology() {
    return new StreamsBuilder().build();
  }

  @Nullable String breakEverything() throws InterruptedException {
    counter++;
    Thread.sleep(Duration.ofMillis(1));
    streams.ifPresent(KafkaStreams::cleanUp);
    return Instant.now() + UUID.randomUUID().toString() + System.getenv("PATH") + counter;
  }

  SendOutcome send(Messaging messaging, OutboundMessage message) {
    return messaging.send(message, () -> {});
  }

  InputStream input() {
    return InputStream.nullInputStream();
  }
}
