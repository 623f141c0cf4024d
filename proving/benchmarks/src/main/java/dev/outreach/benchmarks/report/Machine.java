package dev.outreach.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a run took place.
 *
 * @param load one-minute load average at the time of asking; a figure well above 0 before a run
 *     says that others were at work
 * @param version {@code git describe} of the sources, or {@code unknown}
 */
record Machine(
    String system, String java, int processors, long memoryMegabytes, double load, String version) {

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  static Machine current(Path sources) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() >> 20,
        system.getSystemLoadAverage(),
        version(sources));
  }

  private static String version(Path sources) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--tags")
              .directory(sources.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean succeeded = git.waitFor(ANSWERS_WITHIN) && git.exitValue() == 0;
      return succeeded ? answer : "unknown";
    } catch (IOException _) {
      return "unknown";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
