package dev.outreach.benchmarks.quota;

import dev.outreach.benchmarks.harness.SandboxWitness;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.identity.Fingerprint;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.ledger.Database;
import dev.outreach.sending.ledger.Placed;
import dev.outreach.sending.ledger.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;

/** More people who wrote, and answers approved for them, than the limits let through. */
final class Demand {

  static final From STUDIO = new From("INSTAGRAM", "studio");

  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration APPROVAL_HOLDS = Duration.ofDays(7);
  private static final TopicPartition NOWHERE = new TopicPartition("proof.send-tasks", 0);

  private static final int AT_A_TIME = 8;

  private final SandboxWitness platform;
  private final TaskStore store;

  Demand(SandboxWitness platform, Database database) {
    this.platform = platform;
    this.store = new TaskStore(database);
  }

  /** So many people write at a moment, and their answers are approved at once. */
  void add(int wave, int people, Instant now) {
    List<String> names = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      names.add("wave" + wave + ".person" + person);
    }
    platform.register("instagram", names);
    store.apply(ordered(names, now), Map.of(), now);
  }

  private List<Placed> ordered(List<String> names, Instant now) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      return names.stream()
          .map(name -> threads.submit(() -> order(name, platform.hear("instagram", name), now)))
          .toList()
          .stream()
          .map(order -> new Placed(new Task.Ordered(done(order)), NOWHERE, Long.MAX_VALUE))
          .toList();
    }
  }

  private static Order done(Future<Order> order) {
    try {
      return order.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("somebody could not write", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while people write", interrupted);
    }
  }

  private static Order order(String name, String address, Instant now) {
    String profileId = DerivedId.of("proof-profile", name);
    String text = "Hello " + name;
    return new Order(
        DerivedId.of("proof-order", name),
        new Order.Who(
            "proof",
            profileId,
            DerivedId.message(profileId, 0),
            0,
            Order.MessageKind.INITIAL,
            "proof"),
        STUDIO,
        new Order.To(address, true, name, Optional.empty(), Optional.empty()),
        text,
        Fingerprint.of(text, address, STUDIO.platform(), STUDIO.account()),
        Optional.of(now.plus(WINDOW)),
        new Order.Approval(now, "ada", now.plus(APPROVAL_HOLDS)));
  }
}
