package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka, PostgreSQL and the schema registry, started together on one data folder and stopped
 * together.
 *
 * <p>Thread-safe. It does not own the data folder: close that after this.
 */
public final class EmbeddedInfrastructure implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedInfrastructure.class);

  private final DataFolder folder;
  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;
  private final EmbeddedRegistry registry;
  private final CompletableFuture<StartFailure> failure = new CompletableFuture<>();
  private final AtomicBoolean closing = new AtomicBoolean();

  private EmbeddedInfrastructure(
      DataFolder folder,
      EmbeddedBroker broker,
      EmbeddedDatabase database,
      EmbeddedRegistry registry) {
    this.folder = folder;
    this.broker = broker;
    this.database = database;
    this.registry = registry;
  }

  /**
   * Starts all three at the same time and waits until all serve. Where one fails, the others are
   * stopped again.
   *
   * <p>An interrupt ends the start in the same way: a shutdown hook may interrupt the thread that
   * starts, and join it.
   *
   * @param registryServer the directory that holds Apicurio's {@code quarkus-run.jar}
   * @throws StartFailure the failure of the one that failed, or of the first where several did
   */
  public static EmbeddedInfrastructure start(
      DataFolder folder, EmbeddedPorts ports, Path registryServer)
      throws StartFailure, InterruptedException {
    long start = System.nanoTime();
    makeWay(folder, ports);
    // Not virtual threads: class initialisers pin their carriers, and where there are only two
    // processors the third start, which holds the lock the others wait for, never runs again.
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory())) {
      var registry =
          threads.submit(() -> EmbeddedRegistry.start(folder, ports.registry(), registryServer));
      var database = threads.submit(() -> EmbeddedDatabase.start(folder, ports.postgres()));
      var broker = threads.submit(() -> EmbeddedBroker.start(folder, ports.kafka()));
      try {
        var started =
            new EmbeddedInfrastructure(folder, broker.get(), database.get(), registry.get());
        started.watch();
        LOG.info("All servers serve after {} ms", (System.nanoTime() - start) / 1_000_000);
        return started;
      } catch (ExecutionException e) {
        List.of(registry, database, broker).forEach(EmbeddedInfrastructure::undo);
        throw e.getCause() instanceof StartFailure known
            ? known
            : StartFailure.of("The start", folder, e);
      } catch (InterruptedException e) {
        threads.shutdownNow();
        List.of(registry, database, broker).forEach(EmbeddedInfrastructure::undo);
        throw e;
      }
    }
  }

  private static void makeWay(DataFolder folder, EmbeddedPorts ports)
      throws StartFailure, InterruptedException {
    try {
      EmbeddedRegistry.stopLeftOver(folder);
      EmbeddedDatabase.stopLeftOver(folder);
    } catch (IOException e) {
      throw StartFailure.of("Stopping an earlier run", folder, e);
    }
    ports.requireFree();
  }

  /** Waits for a start to end one way or the other, and stops what it started. */
  private static void undo(Future<? extends AutoCloseable> start) {
    try {
      close(start.get());
    } catch (ExecutionException e) {
      LOG.info("One of the servers did not start", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      LOG.warn("{} was not stopped in order", server.getClass().getSimpleName(), e);
    }
  }

  private void watch() {
    watch("Kafka", broker.end());
    watch("PostgreSQL", database.end());
    watch("The schema registry", registry.end());
  }

  private void watch(String component, CompletionStage<?> end) {
    var _ =
        end.whenComplete(
            (_, cause) -> {
              if (!closing.get()) {
                failure.complete(
                    StartFailure.of(
                        component,
                        folder,
                        cause == null ? new IllegalStateException("it ended by itself") : cause));
              }
            });
  }

  /**
   * Completes when one of the three ends by itself, with the line for the operator; never after
   * {@link #close()}.
   */
  public CompletionStage<StartFailure> failure() {
    return failure.minimalCompletionStage();
  }

  public EmbeddedBroker broker() {
    return broker;
  }

  public EmbeddedDatabase database() {
    return database;
  }

  public EmbeddedRegistry registry() {
    return registry;
  }

  /** Stops all three, the ones that others build on last. */
  @Override
  public void close() {
    closing.set(true);
    close(broker);
    close(database);
    close(registry);
  }
}
