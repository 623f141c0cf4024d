package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Resumes sending. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = {
      "Lifts a pause; for one account also what the answers of its platform have held back.",
      "Resuming all leaves accounts paused that were paused by themselves."
    },
    footer = {
      "",
      "Examples:",
      "  outreach resume --account instagram-main",
      "  outreach resume --all"
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class ResumeCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private AccountChoice choice = new AccountChoice();

  ResumeCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    long accounts =
        choice.post(RunningOutreach.pipeline(option.folder(), settings), "resume", Map.of());
    Output.of(spec).println(accounts + " account(s) resumed");
    return 0;
  }
}
