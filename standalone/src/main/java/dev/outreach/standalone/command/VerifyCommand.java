package dev.outreach.standalone.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.stack.Addresses;
import dev.outreach.standalone.stack.Databases;
import dev.outreach.standalone.verify.CountCheck;
import dev.outreach.standalone.verify.EventLog;
import dev.outreach.standalone.verify.LedgerCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks what is claimed. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a running Outreach; exit code 0 only where all is equal.",
      "  counts   the projection's counts against a full recount of the same instant",
      "  ledger   our send ledger against its receipts, the log of events and what the sandbox got"
    },
    footer = {"", "Examples:", "  outreach verify counts", "  outreach verify ledger"})
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class VerifyCommand implements Callable<Integer> {

  /** What can be verified. */
  enum Subject {
    COUNTS,
    LEDGER
  }

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "counts|ledger", description = "What to check.")
  private Subject subject = Subject.COUNTS;

  VerifyCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    PrintWriter out = Output.of(spec);
    Addresses running = RunningOutreach.in(option.folder());
    try (HikariDataSource database = Databases.of(settings, running)) {
      boolean equal =
          switch (subject) {
            case COUNTS -> new CountCheck(database).print(out);
            case LEDGER ->
                new LedgerCheck(
                        database,
                        LedgerCheck.Witness.of(running),
                        EventLog.of(running.complete(settings)))
                    .print(out);
          };
      return equal ? 0 : 1;
    }
  }
}
