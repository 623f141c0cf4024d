package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records that a named person accepts a third party's risk for an account. */
@Command(
    name = "accept-risk",
    mixinStandardHelpOptions = true,
    description = {
      "Records that a named person accepts that a third party sends for an account.",
      "Networks forbid automated use of personal accounts and may restrict or close them."
    },
    footer = {"", "Example:", "  outreach accept-risk --account linkedin-main --by \"Ada Byron\""})
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class AcceptRiskCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--account", required = true, paramLabel = "NAME", description = "The account.")
  private String account = "";

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "The person who accepts it.")
  private String by = "";

  AcceptRiskCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    Path folder = option.folder();
    long accounts =
        RunningOutreach.pipeline(folder, settings)
            .post("/api/social/pipeline/accept-risk", Map.of("account", account, "accepted_by", by))
            .path("accounts")
            .asLong();
    Output.of(spec).println("Recorded for " + accounts + " account(s)");
    return 0;
  }
}
