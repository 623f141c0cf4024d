package dev.outreach.discovery;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** A class with a main method in a JVM of its own, with the class path of the tests. */
public final class TestProcess {

  private TestProcess() {}

  /**
   * Starts it.
   *
   * @param heapMegabytes all the heap it gets
   * @param output takes what it prints
   */
  public static Process start(
      Class<?> main, int heapMegabytes, Redirect output, String... arguments) throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
  }
}
