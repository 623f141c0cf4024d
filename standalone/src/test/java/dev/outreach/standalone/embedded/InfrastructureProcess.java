package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The embedded servers in a JVM of their own, so that a test may kill it. */
record InfrastructureProcess(Process process, Path output) {

  private static final String READY = "ready ";

  /**
   * Starts the servers on a folder, waits until all serve, and prints where; or prints why it
   * cannot.
   */
  @SuppressWarnings("SystemOut") // its output is what the parent reads
  public static void main(String[] arguments) throws InterruptedException, IOException {
    long start = System.nanoTime();
    Path registry = Path.of(System.getProperty("outreach.registry.server"));
    try (DataFolder folder = DataFolder.open(Path.of(arguments[0]));
        var servers = EmbeddedInfrastructure.start(folder, EmbeddedPorts.free(), registry)) {
      System.err.println(
          "started in " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
      System.out.println(READY + Addresses.of(servers).text());
      System.in.transferTo(OutputStream.nullOutputStream()); // until the parent closes it, or ends
    } catch (StartFailure failure) {
      System.out.println(failure.reason() + " " + failure.getMessage());
      System.exit(failure.reason().exitCode());
    }
  }

  static InfrastructureProcess launch(Path folder) throws IOException {
    Path output = Files.createTempFile("infrastructure", ".out");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Doutreach.registry.server=" + System.getProperty("outreach.registry.server"),
            "-Doutreach.log.dir=" + folder.resolve("logs"),
            "-cp",
            System.getProperty("java.class.path"),
            InfrastructureProcess.class.getName(),
            folder.toString());
    return new InfrastructureProcess(
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(Redirect.INHERIT)
            .start(),
        output);
  }

  Addresses awaitReady() throws IOException {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofMinutes(3))
        .failFast("the process ended", () -> !process.isAlive())
        .until(() -> text().startsWith(READY) && text().endsWith("\n"));
    return Addresses.parse(text().substring(READY.length()).strip());
  }

  /** What the process printed so far. */
  String text() throws IOException {
    return Files.readString(output);
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
