package dev.outreach.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system can do to a process of ours. */
public enum Signal {
  /** Ends it at once; it cannot do anything about that. */
  KILL,
  /** Freezes it. */
  STOP,
  /** Lets it go on. */
  CONT,
  /** PostgreSQL's immediate shutdown: nothing is written, the next start recovers. */
  QUIT;

  /**
   * Sends it.
   *
   * @throws IllegalStateException where the process does not exist
   */
  public void to(long processId) {
    try {
      int exit =
          new ProcessBuilder("kill", "-" + name(), Long.toString(processId)).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("process " + processId + " cannot be sent " + name());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending " + name(), interrupted);
    }
  }

  /** Whether the operating system says that a process is frozen; known on Linux only. */
  public static boolean isFrozen(long processId) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
    } catch (IOException _) {
      return false;
    }
  }
}
