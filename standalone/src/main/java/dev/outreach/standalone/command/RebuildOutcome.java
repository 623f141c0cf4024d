package dev.outreach.standalone.command;

import dev.outreach.projector.Rebuild;
import java.io.PrintWriter;

/** Tells how a rebuild ended. */
final class RebuildOutcome {

  private RebuildOutcome() {}

  /** Prints it and gives the exit code. */
  static int print(Rebuild.Outcome outcome, long begunNanos, PrintWriter out) {
    return switch (outcome) {
      case Rebuild.Outcome.Live(int generation) -> {
        out.printf(
            "Readers see generation %d, after %.1f s.%n",
            generation, (System.nanoTime() - begunNanos) / 1e9);
        yield 0;
      }
      case Rebuild.Outcome.Refused refused -> {
        out.println("Nothing readers see has changed:");
        refused.reasons().forEach(reason -> out.println("  " + reason.strip()));
        yield 1;
      }
    };
  }
}
