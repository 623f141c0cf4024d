package dev.outreach.benchmarks.parts;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.projector.ProjectorConfig;
import dev.outreach.projector.Rebuild;
import dev.outreach.projector.StatusProjectorApp;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;

/** What {@code outreach rebuild} runs, telling how far it is. */
public final class RebuildPart {

  /** Set, the new rows may differ from the live ones. */
  public static final String ACCEPT = "OUTREACH_PROOF_ACCEPT_DIFFERENCE";

  private RebuildPart() {}

  static void run(Settings settings, Clock clock, PrintStream output) {
    Topics topics = Parts.topics(settings);
    try (HikariDataSource connections = Parts.connections(settings)) {
      Rebuild rebuild =
          new Rebuild(
              ProjectorConfig.of(settings, topics),
              new StatusProjectorApp.Surroundings(
                  connections, LocalSchemas.serdes(topics), clock, new SimpleMeterRegistry()),
              output::println);
      Rebuild.Options options =
          new Rebuild.Options(OptionalInt.empty(), settings.flag(ACCEPT, false));
      switch (rebuild.run(options)) {
        case Rebuild.Outcome.Live(int generation) ->
            output.println("generation " + generation + " is live");
        case Rebuild.Outcome.Refused(List<String> reasons) ->
            throw new IllegalStateException("refused: " + reasons);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rebuilding", interrupted);
    }
  }
}
