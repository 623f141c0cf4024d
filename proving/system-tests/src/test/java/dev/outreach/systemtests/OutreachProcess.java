package dev.outreach.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product as an operator starts it: a process of its own that can be killed. */
final class OutreachProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private OutreachProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static OutreachProcess start(Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Doutreach.app=" + System.getProperty("outreach.app"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.outreach.standalone.Outreach"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new OutreachProcess(builder.start(), output);
  }

  /** Ends it as {@code kill -9} does; nothing is finished or closed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Its exit code. */
  int join(Duration atMost) throws InterruptedException, IOException {
    if (!process.waitFor(atMost)) {
      throw new AssertionError("still running after " + atMost + ":\n" + output());
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** Leaves nothing behind, whatever the test did. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
