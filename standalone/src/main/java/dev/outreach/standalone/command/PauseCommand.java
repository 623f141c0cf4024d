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
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pauses sending. */
@Command(
    name = "pause",
    mixinStandardHelpOptions = true,
    description = {
      "Lets nothing leave one account, or all, within a second and until it is resumed."
    },
    footer = {
      "",
      "Examples:",
      "  outreach pause --account instagram-main --reason \"angry reply\"",
      "  outreach pause --all"
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class PauseCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private AccountChoice choice = new AccountChoice();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever sees it paused.")
  private @Nullable String reason;

  PauseCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    Map<String, Object> why = reason == null ? Map.of() : Map.of("reason", reason);
    long accounts = choice.post(RunningOutreach.pipeline(option.folder(), settings), "pause", why);
    Output.of(spec).println(accounts + " account(s) paused");
    return 0;
  }
}
