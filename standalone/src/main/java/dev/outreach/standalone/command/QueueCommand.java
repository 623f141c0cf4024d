package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints every message that has not left yet. */
@Command(
    name = "queue",
    mixinStandardHelpOptions = true,
    description = {
      "Prints every message that has not left yet in the order of sending: why it waits, how much",
      "of the limit is used, and when it leaves if nothing changes."
    },
    footer = {
      "",
      "Examples:",
      "  outreach queue",
      "  outreach queue --json | jq '.items[].reason'"
    })
final class QueueCommand implements Callable<Integer> {

  private static final int EVERYTHING = 10_000;

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Prints the answer of the API as it is.")
  private boolean json;

  QueueCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    Path folder = option.folder();
    JsonNode queue =
        RunningOutreach.pipeline(folder, settings)
            .get("/api/social/pipeline/queue?limit=" + EVERYTHING);
    PrintWriter out = Output.of(spec);
    if (json) {
      out.println(queue.toPrettyString());
      return 0;
    }
    new QueueText(out).print(queue);
    return 0;
  }
}
