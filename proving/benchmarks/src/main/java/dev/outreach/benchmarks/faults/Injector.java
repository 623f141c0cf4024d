package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.faults.Fault.Target;
import dev.outreach.benchmarks.harness.MortalDatabase;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Strikes. Each target takes its faults one after the other, and a sender is struck only when it is
 * at work; different targets may be down at the same time.
 */
final class Injector implements AutoCloseable {

  private final Map<Target, ExecutorService> threads = new EnumMap<>(Target.class);
  private final List<Future<Evidence>> struck = new ArrayList<>();
  private final Map<Target, SenderProcess> senders;
  private final MortalDatabase database;
  private final LedgerView ledger;

  Injector(SenderProcess first, SenderProcess second, MortalDatabase database) {
    this.senders = Map.of(Target.FIRST_SENDER, first, Target.SECOND_SENDER, second);
    this.database = database;
    this.ledger = new LedgerView(database);
    for (Target target : Target.values()) {
      threads.put(target, Executors.newSingleThreadExecutor());
    }
  }

  /** Lets a fault strike as soon as its target is there. */
  void order(Fault fault) {
    ExecutorService thread = threads.get(fault.target());
    if (thread == null) {
      throw new IllegalStateException("no thread strikes " + fault.target());
    }
    struck.add(thread.submit(() -> strike(fault)));
  }

  private Evidence strike(Fault fault) throws IOException, InterruptedException, StartFailure {
    SenderProcess sender = senders.get(fault.target());
    if (sender != null) {
      sender.awaitReady();
    }
    LockSupport.parkNanos(fault.delay().toNanos());
    if (sender != null) {
      sender.awaitReady(); // it may have ended by itself meanwhile
    }
    int inFlight = ledger.inFlight().orElse(-1);
    return switch (fault.kind()) {
      case KILL -> {
        boolean killed = known(sender).kill();
        yield new Evidence(fault, killed, inFlight, "ended by signal 9: " + killed);
      }
      case FREEZE -> {
        boolean frozen = known(sender).freeze(fault.length());
        yield new Evidence(fault, frozen, inFlight, "frozen for " + fault.length());
      }
      case CRASH -> crash(fault, inFlight);
    };
  }

  private static SenderProcess known(@org.jspecify.annotations.Nullable SenderProcess sender) {
    if (sender == null) {
      throw new IllegalStateException("only senders are killed and frozen");
    }
    return sender;
  }

  private Evidence crash(Fault fault, int inFlight)
      throws IOException, InterruptedException, StartFailure {
    long before = database.processId();
    database.stopImmediately();
    boolean gone = ProcessHandle.of(before).filter(ProcessHandle::isAlive).isEmpty();
    LockSupport.parkNanos(fault.length().toNanos());
    database.startAgain();
    long after = database.processId();
    return new Evidence(
        fault, gone && after != before, inFlight, "server " + before + " became " + after);
  }

  /** Waits until every fault that was ordered has struck and is over. */
  List<Evidence> awaitAll() throws InterruptedException {
    List<Evidence> seen = new ArrayList<>();
    for (Future<Evidence> fault : struck) {
      try {
        seen.add(fault.get());
      } catch (ExecutionException failure) {
        throw new IllegalStateException("a fault could not strike", failure.getCause());
      }
    }
    return seen;
  }

  @Override
  public void close() {
    threads.values().forEach(ExecutorService::shutdownNow);
  }
}
