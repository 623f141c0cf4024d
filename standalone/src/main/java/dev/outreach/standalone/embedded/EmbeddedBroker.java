package dev.outreach.standalone.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka inside this JVM: one node that is broker and controller, without authentication, on
 * 127.0.0.1 only.
 *
 * <p>At most one per JVM at a time, because a broker that gives up ends its JVM through a
 * process-wide hook, which is taken over here. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  static final String NAME = "Kafka";

  private final Server server;
  private final String bootstrapServers;
  private final CompletableFuture<Void> startup = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private EmbeddedBroker(Server server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts the broker on the data in a folder, formatted at the first start, and waits until it
   * serves.
   *
   * @throws StartFailure where the port is taken, the disk is full, or the broker gives up
   */
  public static EmbeddedBroker start(DataFolder folder, LoopbackPort port)
      throws StartFailure, InterruptedException {
    int brokerPort = port.claim(NAME);
    int controllerPort = new LoopbackPort(0, port.variable()).claim(NAME);
    try {
      BrokerStorage.format(folder.kafka());
      if (BrokerStorage.isOfDeadBroker(folder.kafka())) {
        DeadBroker.giveUp(folder.kafka(), controllerPort);
      }
      var settings = BrokerSettings.of(folder.kafka(), brokerPort, controllerPort);
      var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      var broker = new EmbeddedBroker(server, LoopbackPort.HOST + ":" + brokerPort);
      broker.startServer();
      return broker;
    } catch (InterruptedException e) {
      throw e;
    } catch (ExecutionException e) {
      throw StartFailure.of(NAME, folder, e.getCause() == null ? e : e.getCause());
    } catch (Exception e) {
      throw StartFailure.of(NAME, folder, e);
    }
  }

  private void startServer() throws ExecutionException, InterruptedException {
    Exit.setExitProcedure((status, message) -> giveUp(status));
    Exit.setHaltProcedure((status, message) -> giveUp(status));
    // A thread of its own: a broker that gives up may leave its startup waiting for ever.
    startup.completeAsync(
        () -> {
          server.startup();
          return null;
        },
        task -> Thread.ofPlatform().name("kafka-startup").daemon().start(task));
    try {
      CompletableFuture.anyOf(startup, end).get();
    } catch (ExecutionException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private void giveUp(int status) {
    end.completeExceptionally(
        new IllegalStateException("the broker gave up with status " + status));
  }

  /** The address for {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Completes exceptionally when the broker gives up by itself, normally when it is closed. */
  CompletionStage<Void> end() {
    return end;
  }

  /** Stops the broker in an orderly way, so that the next start needs no recovery. */
  @Override
  public void close() {
    end.complete(null);
    awaitStartup();
    try {
      server.shutdown();
      server.awaitShutdown();
    } catch (RuntimeException e) {
      LOG.warn("Kafka did not stop in order; its next start recovers", e);
    }
  }

  /**
   * The server ignores a request to stop while it starts; one that gave up never ends its start.
   */
  private void awaitStartup() {
    if (!end.isCompletedExceptionally()) {
      var _ = startup.copy().orTimeout(30, TimeUnit.SECONDS).handle((_, _) -> true).join();
    }
  }
}
