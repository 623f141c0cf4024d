package dev.outreach.standalone.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command prints. */
final class Output {

  private Output() {}

  /** Whether a person watches, so that a line may be drawn again in place. */
  @SuppressWarnings("SystemConsoleNull") // whether it is null without a terminal changed twice
  static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** The output of the command line this command was called from. */
  static PrintWriter of(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec, "picocli sets the command's spec").commandLine().getOut();
  }

  /** Where a command tells how far it is, apart from what it answers. */
  static PrintWriter errorsOf(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec, "picocli sets the command's spec").commandLine().getErr();
  }
}
