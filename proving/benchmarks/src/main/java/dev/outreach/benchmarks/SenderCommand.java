package dev.outreach.benchmarks;

import dev.outreach.benchmarks.faults.CommitAfterSender;
import dev.outreach.benchmarks.faults.LedgerSender;
import dev.outreach.benchmarks.faults.Role;
import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One sender, for a run that starts it and may kill it. */
@Command(name = "sender", hidden = true, description = "Runs one sender until its input ends.")
@SuppressWarnings("FieldCanBeFinal") // picocli sets parameters
final class SenderCommand implements Callable<Integer> {

  private final Clock clock;

  @Parameters(index = "0")
  private Role role = Role.LEDGER;

  @Parameters(index = "1..*", paramLabel = "KEY=VALUE")
  private Map<String, String> settings = Map.of();

  SenderCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("SystemOut") // the run that started it listens there
  public Integer call() throws IOException {
    PrintStream out = System.out;
    switch (role) {
      case LEDGER -> LedgerSender.run(Settings.of(settings), clock, System.in, out);
      case COMMIT_AFTER -> CommitAfterSender.run(Settings.of(settings), clock, System.in, out);
    }
    return 0;
  }
}
