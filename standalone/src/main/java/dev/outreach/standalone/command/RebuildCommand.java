package dev.outreach.standalone.command;

import dev.outreach.projector.Rebuild;
import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the read model again from the log. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the read model again from the log, beside the one readers see, checks it against a full",
      "recount and against the live rows, and shows it in one transaction. Readers never wait.",
      "May be killed and run again: it goes on where it was. 'outreach rollback' is the way back."
    },
    footer = {"", "Examples:", "  outreach rebuild", "  outreach rebuild --to-version 2"})
final class RebuildCommand implements Callable<Integer> {

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--to-version",
      paramLabel = "N",
      description = "Only towards projection version N; nothing is done where it is live already.")
  private @Nullable Integer version;

  @Option(
      names = "--accept-difference",
      description = "Shows the new rows even where they differ from the live ones.")
  private boolean acceptDifference;

  RebuildCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    OptionalInt towards = version == null ? OptionalInt.empty() : OptionalInt.of(version);
    return Rebuilding.run(
        settings,
        option,
        Output.of(spec),
        rebuild -> rebuild.run(new Rebuild.Options(towards, acceptDifference)));
  }
}
