package dev.outreach.benchmarks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;

/** Starts the command line; the exit code is 0 only where everything a run had to show held. */
public final class Main {

  private Main() {}

  /** Runs the benchmark named by the arguments. */
  @SuppressWarnings("SystemOut") // what a command prints is its product
  public static void main(String[] arguments) {
    CommandLine line = BenchmarkCommand.commandLine(Clock.systemUTC(), Main.class);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    System.exit(line.execute(arguments));
  }
}
