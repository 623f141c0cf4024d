package dev.outreach.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A JVM of its own that runs one of our roles. It says {@link #READY} when it is at work and ends
 * when its standard input does, so it cannot outlive this process. Thread-safe.
 */
public final class ChildProcess {

  /** The line by which a role says that it is at work. */
  public static final String READY = "ready";

  /** For processes that start often. */
  public static final List<String> QUICK_START =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");

  /** For processes that are measured. */
  public static final List<String> FULL_SPEED = List.of("-Xmx512m", "-XX:+UseParallelGC");

  private final Process process;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final AtomicReference<Consumer<String>> listener = new AtomicReference<>(_ -> {});

  private ChildProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /**
   * Starts a role.
   *
   * @param main the class that runs it, with this process's class path
   * @param machine options of the JVM
   * @param arguments what it is told
   * @param logs its folder for logs
   */
  public static ChildProcess start(
      Class<?> main, List<String> machine, List<String> arguments, Path logs) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Doutreach.log.dir=" + logs,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(1, machine);
    command.addAll(arguments);
    try {
      Files.createDirectories(logs);
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.appendTo(logs.resolve("stderr.log").toFile()))
              .start();
      return new ChildProcess(process);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(READY)) {
          ready.countDown();
        }
        listener.get().accept(line);
      }
    } catch (IOException _) {
      process.destroyForcibly(); // nobody hears it any more
    }
  }

  /** From now on every line it says goes there as well. */
  public void onLine(Consumer<String> hears) {
    listener.set(hears);
  }

  /** Waits until it has ended by itself; its exit code. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Waits until it is at work; false where it is not in time. */
  public boolean awaitReady(Duration patience) throws InterruptedException {
    return ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it has not ended yet. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process id. */
  public long id() {
    return process.pid();
  }

  /** Kills it and waits for its end; the exit code, 137 where the kill was what ended it. */
  public int kill() throws InterruptedException {
    Signal.KILL.to(id());
    return process.waitFor();
  }

  /** Lets it end in order, and kills it where it does not. */
  public void stop(Duration patience) throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException _) {
      process.destroyForcibly(); // it has closed its end: it is on its way out anyway
    }
    if (!process.waitFor(patience)) {
      process.destroyForcibly().waitFor();
    }
  }
}
