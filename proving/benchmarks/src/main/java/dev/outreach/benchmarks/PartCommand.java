package dev.outreach.benchmarks;

import dev.outreach.benchmarks.parts.Part;
import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One part of the pipeline, for a run that starts it and may kill it. */
@Command(name = "part", hidden = true, description = "Runs one part until its input ends.")
@SuppressWarnings("FieldCanBeFinal") // picocli sets parameters
final class PartCommand implements Callable<Integer> {

  private final Clock clock;

  @Parameters(index = "0")
  private Part part = Part.STATUS_PROJECTOR;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE")
  private Map<String, String> settings = Map.of();

  PartCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("SystemOut") // the run that started it listens there
  public Integer call() throws IOException {
    part.run(Settings.of(settings), clock, System.in, System.out);
    return 0;
  }
}
