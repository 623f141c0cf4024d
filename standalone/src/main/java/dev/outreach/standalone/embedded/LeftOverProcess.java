package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server process of an earlier run that outlived it, found through a file whose first line is its
 * process id.
 *
 * <p>Process ids are given again by the operating system, so a process counts as ours only where
 * its command line names our directory.
 */
final class LeftOverProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private LeftOverProcess() {}

  /**
   * The process named in a file, where it still runs and its command line holds a text that only
   * ours has.
   */
  static Optional<ProcessHandle> find(Path pidFile, String inCommandLine) throws IOException {
    return recorded(pidFile)
        .filter(process -> process.info().commandLine().orElse("").contains(inCommandLine));
  }

  /** Live processes whose command line holds a text. */
  static List<ProcessHandle> naming(String text) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(text))
        .toList();
  }

  /** Whatever live process has the id that is written in a file, ours or not. */
  static Optional<ProcessHandle> recorded(Path pidFile) throws IOException {
    if (Files.notExists(pidFile)) {
      return Optional.empty();
    }
    return Files.readAllLines(pidFile).stream()
        .findFirst()
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,18}"))
        .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
        .filter(ProcessHandle::isAlive);
  }

  /** Sends a POSIX signal, waits for the process to end, and kills it where it does not. */
  static void stop(ProcessHandle process, String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    if (!ends(process)) {
      process.destroyForcibly();
      if (!ends(process)) {
        throw new IOException("process " + process.pid() + " of an earlier run cannot be stopped");
      }
    }
  }

  private static boolean ends(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
