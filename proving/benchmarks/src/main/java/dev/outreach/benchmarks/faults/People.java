package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.SandboxWitness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People who wrote to us on the simulated platforms and may be answered. */
final class People {

  private static final int AT_A_TIME = 16;

  private People() {}

  /** One message to each of so many people, a third on each way, in an order given by the seed. */
  static List<PlannedMessage> whoWrote(SandboxWitness platforms, int many, long seed)
      throws InterruptedException {
    List<Callable<PlannedMessage>> calls = new ArrayList<>();
    List<Way> ways = List.of(Way.values());
    for (Way way : ways) {
      List<String> names = new ArrayList<>();
      for (int person = ways.indexOf(way); person < many; person += ways.size()) {
        names.add(way.simulator() + ".person" + person);
      }
      platforms.register(way.simulator(), names);
      names.forEach(
          name ->
              calls.add(() -> PlannedMessage.to(way, name, platforms.hear(way.simulator(), name))));
    }
    List<PlannedMessage> messages = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (Future<PlannedMessage> message : threads.invokeAll(calls)) {
        messages.add(message.get());
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("somebody could not write", failure.getCause());
    }
    Collections.shuffle(messages, new Random(seed));
    return List.copyOf(messages);
  }
}
