package dev.outreach.benchmarks.rate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How much processor time processes have used, by the kernel's account; zero where it tells none.
 */
final class ProcessorTime {

  /** {@code USER_HZ} is 100 on every Linux that Java runs on. */
  private static final long TICK_MILLIS = 10;

  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private ProcessorTime() {}

  /** Of a process, its children that have ended, and its children that live. */
  static Duration ofFamily(long processId) {
    Stream<Long> living =
        ProcessHandle.of(processId).stream()
            .flatMap(ProcessHandle::descendants)
            .map(ProcessHandle::pid);
    long ticks = Stream.concat(Stream.of(processId), living).mapToLong(ProcessorTime::ticks).sum();
    return Duration.ofMillis(ticks * TICK_MILLIS);
  }

  /** Fields 14 to 17 of {@code /proc/<id>/stat}, counted after the command's name; see proc(5). */
  private static long ticks(long processId) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(processId), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long sum = 0;
      for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
        sum += Long.parseLong(fields[field]);
      }
      return sum;
    } catch (IOException _) {
      return 0;
    }
  }
}
