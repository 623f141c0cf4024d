package dev.outreach.benchmarks;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class Output {

  private Output() {}

  /**
   * The writer of the command line that runs.
   *
   * @throws IllegalStateException outside a command line
   */
  static PrintWriter of(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("a command runs only from its command line");
    }
    return spec.commandLine().getOut();
  }
}
