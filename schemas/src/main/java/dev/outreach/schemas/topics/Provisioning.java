package dev.outreach.schemas.topics;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Makes the world fit the catalogue before an app starts: topics exist, subjects are registered
 * with their compatibility rule, the broker can do what we rely on. Doing it again changes nothing,
 * and several instances may do it at once. Thread-safe.
 */
public final class Provisioning {

  private final Admin admin;
  private final SchemaRegistryClient registry;
  private final ProvisioningOptions options;

  /** Neither client is closed here. */
  public Provisioning(Admin admin, SchemaRegistryClient registry, ProvisioningOptions options) {
    this.admin = admin;
    this.registry = registry;
    this.options = options;
  }

  /**
   * Waits for broker and registry, then creates what is missing. Topics and subjects are done in
   * parallel.
   *
   * @throws ProvisioningFailure where broker or registry do not answer in time, the broker lacks
   *     transactions version 2, a topic has another number of partitions, or the registry refuses a
   *     schema
   */
  public void provision(Topics topics) {
    Patience patience = new Patience(options.patience());
    TopicProvisioning broker = new TopicProvisioning(admin, options.replicationFactor(), patience);
    Stream<Runnable> subjects =
        topics.events().stream()
            .map(topic -> () -> new SubjectProvisioning(registry, topic, patience).provision());
    Runnable topicsToo = () -> broker.provision(topics.all());
    runAll(Stream.concat(Stream.of(topicsToo), subjects).toList());
  }

  private static void runAll(List<Runnable> tasks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = tasks.stream().<Future<?>>map(threads::submit).toList();
      try {
        for (Future<?> task : running) {
          task.get();
        }
      } catch (ExecutionException failure) {
        threads.shutdownNow();
        throw asFailure(failure.getCause());
      } catch (InterruptedException interrupted) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new ProvisioningFailure("provisioning: interrupted", interrupted);
      }
    }
  }

  private static ProvisioningFailure asFailure(@Nullable Throwable cause) {
    return cause instanceof ProvisioningFailure failure
        ? failure
        : new ProvisioningFailure("provisioning: unexpected " + cause, cause);
  }
}
