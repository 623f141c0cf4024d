package dev.outreach.benchmarks.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One part of the pipeline in a JVM of its own. Thread-safe. */
public final class PartProcess implements AutoCloseable {

  private static final Duration COMES_UP_WITHIN = Duration.ofMinutes(2);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
  private static final int KILLED = 128 + 9;

  private final Class<?> main;
  private final List<String> machine;
  private final List<String> arguments;
  private final Path logs;
  private final AtomicReference<ChildProcess> current;

  private PartProcess(Class<?> main, List<String> machine, List<String> arguments, Path logs) {
    this.main = main;
    this.machine = machine;
    this.arguments = List.copyOf(arguments);
    this.logs = logs;
    this.current = new AtomicReference<>(begin());
  }

  /**
   * Starts a part whose JVM is left to optimise.
   *
   * @param main the class whose {@code part} command runs it
   * @param name of the part
   * @param settings as {@code KEY=VALUE}
   */
  public static PartProcess start(Class<?> main, String name, List<String> settings, Path logs) {
    return new PartProcess(main, ChildProcess.FULL_SPEED, told(name, settings), logs.resolve(name));
  }

  /** Starts a part that comes up fast, for it will be killed often. */
  public static PartProcess mortal(Class<?> main, String name, List<String> settings, Path logs) {
    return new PartProcess(main, ChildProcess.QUICK_START, told(name, settings), logs);
  }

  private static List<String> told(String name, List<String> settings) {
    List<String> arguments = new ArrayList<>(List.of("part", name));
    arguments.addAll(settings);
    return arguments;
  }

  private ChildProcess begin() {
    return ChildProcess.start(main, machine, arguments, logs);
  }

  /** Waits until it is at work; one that ended by itself is started again, as anybody would. */
  public PartProcess awaitReady() throws InterruptedException {
    if (!current.get().isAlive()) {
      current.set(begin());
    }
    if (!current.get().awaitReady(COMES_UP_WITHIN)) {
      throw new IllegalStateException("a part did not come up; see " + logs);
    }
    return this;
  }

  /** From now on every line it says goes there as well. */
  public void onLine(Consumer<String> hears) {
    current.get().onLine(hears);
  }

  /** Waits until it has ended by itself; whether it says that all went well. */
  public boolean awaitSuccess() throws InterruptedException {
    return current.get().awaitEnd() == 0;
  }

  /** Its process id, until it is killed. */
  public long id() {
    return current.get().id();
  }

  /** Kills it and starts another; whether the kill was what ended it. */
  public boolean kill() throws InterruptedException {
    int exit = current.get().kill();
    current.set(begin());
    return exit == KILLED;
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
