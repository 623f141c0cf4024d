package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.ChildProcess;
import dev.outreach.benchmarks.harness.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A sender in a JVM of its own, started again whenever it was killed. Thread-safe. */
public final class SenderProcess implements AutoCloseable {

  private static final Duration COMES_UP_WITHIN = Duration.ofMinutes(2);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
  private static final int KILLED = 128 + 9;

  private final Class<?> main;
  private final List<String> arguments;
  private final Path logs;
  private final List<String> machine;
  private final AtomicReference<ChildProcess> current;

  /** A sender that comes up fast, for it will have to do so often. */
  SenderProcess(Class<?> main, List<String> arguments, Path logs) {
    this(main, arguments, logs, ChildProcess.QUICK_START);
  }

  private SenderProcess(Class<?> main, List<String> arguments, Path logs, List<String> machine) {
    this.main = main;
    this.arguments = List.copyOf(arguments);
    this.logs = logs;
    this.machine = machine;
    this.current = new AtomicReference<>(ChildProcess.start(main, machine, arguments, logs));
  }

  /** A sender whose JVM is left to optimise. */
  public static SenderProcess atFullSpeed(Class<?> main, List<String> arguments, Path logs) {
    return new SenderProcess(main, arguments, logs, ChildProcess.FULL_SPEED);
  }

  /** Its process id, until it is killed. */
  public long id() {
    return current.get().id();
  }

  /** Waits until it is at work; one that ended by itself is started again, as anybody would. */
  public void awaitReady() throws InterruptedException {
    if (!current.get().isAlive()) {
      current.set(ChildProcess.start(main, machine, arguments, logs));
    }
    if (!current.get().awaitReady(COMES_UP_WITHIN)) {
      throw new IllegalStateException("a sender did not come up; see " + logs);
    }
  }

  /** Kills it and starts another; whether the kill was what ended it. */
  boolean kill() throws InterruptedException {
    int exit = current.get().kill();
    current.set(ChildProcess.start(main, machine, arguments, logs));
    return exit == KILLED;
  }

  /** Freezes it for a while; whether the operating system saw it frozen all that time. */
  boolean freeze(Duration length) {
    long id = current.get().id();
    Signal.STOP.to(id);
    long end = System.nanoTime() + length.toNanos();
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    boolean began = Signal.isFrozen(id);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    boolean lasted = Signal.isFrozen(id);
    Signal.CONT.to(id);
    return began && lasted;
  }

  @Override
  public void close() {
    try {
      current.get().stop(STOPS_WITHIN);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
