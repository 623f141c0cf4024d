package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Apicurio Registry as a child process, on 127.0.0.1 only, asked through its Confluent-compatible
 * API.
 *
 * <p>The child ends with this JVM, also when that is killed. Thread-safe.
 */
public final class EmbeddedRegistry implements AutoCloseable {

  static final String NAME = "The schema registry";
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private final Process process;
  private final String url;

  private EmbeddedRegistry(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts the registry on the data in a folder and waits until it serves.
   *
   * @param server the directory that holds Apicurio's {@code quarkus-run.jar}
   * @throws StartFailure where the port is taken, the disk is full, or the process does not come up
   */
  public static EmbeddedRegistry start(DataFolder folder, LoopbackPort port, Path server)
      throws StartFailure, InterruptedException {
    try {
      stopLeftOver(folder);
      int number = port.claim(NAME);
      Files.createDirectories(folder.registry());
      EmbeddedRegistry registry =
          launch(folder, new RegistryCommand(server, folder.registry(), number));
      registry.awaitReady();
      return registry;
    } catch (IOException e) {
      throw StartFailure.of(NAME, folder, e);
    }
  }

  private static EmbeddedRegistry launch(DataFolder folder, RegistryCommand command)
      throws IOException {
    Path log = folder.logs().resolve("registry.log");
    Process process =
        new ProcessBuilder(command.words())
            .directory(folder.registry().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ServerLog.open(log))
            .start();
    Files.writeString(pidFile(folder), Long.toString(process.pid()));
    return new EmbeddedRegistry(
        process, "http://" + LoopbackPort.HOST + ":" + command.port() + "/apis/ccompat/v7");
  }

  private void awaitReady() throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      long deadline = System.nanoTime() + START_PATIENCE.toNanos();
      while (!isReady(client)) {
        if (process.waitFor(POLL_INTERVAL)) {
          throw new IOException("its process ended with status " + process.exitValue());
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("it does not answer at " + url);
        }
      }
    } catch (IOException | InterruptedException e) {
      close();
      throw e;
    }
  }

  private boolean isReady(HttpClient client) throws InterruptedException {
    HttpRequest subjects =
        HttpRequest.newBuilder(URI.create(url + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return client.send(subjects, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false; // not listening yet
    }
  }

  /** Ends a registry that an earlier, killed run left behind. */
  static void stopLeftOver(DataFolder folder) throws IOException, InterruptedException {
    String mark = new RegistryCommand(folder.path(), folder.registry(), 0).mark();
    Optional<ProcessHandle> leftOver = LeftOverProcess.find(pidFile(folder), mark);
    if (leftOver.isPresent()) {
      LeftOverProcess.stop(leftOver.get(), "TERM");
    }
  }

  private static Path pidFile(DataFolder folder) {
    return folder.registry().resolve("pid");
  }

  /** The address for {@code schema.registry.url}. */
  public String url() {
    return url;
  }

  /** Completes when the process has ended, for whatever reason. */
  CompletionStage<?> end() {
    return process.onExit();
  }

  /** Stops the process and waits for its end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
