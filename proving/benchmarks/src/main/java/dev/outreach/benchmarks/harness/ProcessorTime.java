package dev.outreach.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much processor time processes have used, by the kernel's account; zero where it tells none.
 */
public final class ProcessorTime {

  /** {@code USER_HZ} is 100 on every Linux that Java runs on. */
  private static final long TICK_MILLIS = 10;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private ProcessorTime() {}

  /** Of a process, its children that have ended, and its children that live. */
  public static Duration ofFamily(long processId) {
    Stream<Long> living =
        ProcessHandle.of(processId).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid);
    long ticks = Stream.concat(Stream.of(processId), living).mapToLong(ProcessorTime::ticks).sum();
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  /** Of a process alone. */
  public static Duration of(long processId) {
    return Duration.ofMillis(ticks(processId, USER, SYSTEM) * TICK_MILLIS);
  }

  /** Of the children of a process that have ended. */
  public static Duration ofEndedChildren(long processId) {
    return Duration.ofMillis(ticks(processId, CHILDREN_USER, CHILDREN_SYSTEM) * TICK_MILLIS);
  }

  private static long ticks(long processId) {
    return ticks(processId, USER, CHILDREN_SYSTEM);
  }

  /** Fields 14 to 17 of {@code /proc/<id>/stat}, counted after the command's name; see proc(5). */
  private static long ticks(long processId, int first, int last) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long sum = 0;
      for (int field = first; field <= last; field++) {
        sum += Long.parseLong(fields[field]);
      }
      return sum;
    } catch (IOException _) {
      return 0;
    }
  }
}
