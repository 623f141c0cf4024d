package dev.outreach.standalone.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.projector.ProjectorConfig;
import dev.outreach.projector.Rebuild;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.stack.Databases;
import dev.outreach.standalone.stack.TopicSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;

/** Another generation of the read model is shown, forwards or back, and how that ended is told. */
interface Rebuilding {

  /** What is done with the database of a deployment. */
  Rebuild.Outcome by(Rebuild rebuild) throws InterruptedException;

  /** Does it, prints how it ended and gives the exit code. */
  static int run(Settings settings, StackOption option, PrintWriter out, Rebuilding work)
      throws IOException, InterruptedException, NotRunning {
    Settings complete = Deployment.of(settings, option.folder());
    long begun = System.nanoTime();
    try (HikariDataSource database = Databases.ofOperator(complete)) {
      Rebuild rebuild =
          new Rebuild(
              ProjectorConfig.of(complete, TopicSettings.of(complete)),
              database,
              Clock.systemUTC(),
              line -> out.println("  " + line));
      return print(work.by(rebuild), begun, out);
    }
  }

  private static int print(Rebuild.Outcome outcome, long begunNanos, PrintWriter out) {
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
