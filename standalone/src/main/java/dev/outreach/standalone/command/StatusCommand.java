package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the counts and what is unlocked. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Prints the counts, what is unlocked and why, as of when.",
    footer = {
      "",
      "Examples:",
      "  outreach status",
      "  outreach status --json | jq .sent",
      "  outreach status --at 2026-11-20T10:00Z"
    })
final class StatusCommand implements Callable<Integer> {

  private static final List<String> COUNTS =
      List.of("discovered", "reviewed", "qualified", "drafted", "sent", "followup_ready");

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Prints the answer of the API as it is.")
  private boolean json;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "What was shown then, from the log: takes as long as reading it up to there takes.")
  private @Nullable String at;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "Whose counts (default: ${DEFAULT-VALUE}).",
      defaultValue = "default")
  private String workspace = "default";

  StatusCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    Path folder = option.folder();
    PrintWriter out = Output.of(spec);
    if (at != null) {
      Instant time = PastQuestion.timeOf(at);
      PastQuestion question =
          new PastQuestion(Deployment.of(settings, folder), Output.errorsOf(spec));
      print(question.answer(workspace, time), out);
      return 0;
    }
    JsonClient pipeline = RunningOutreach.pipeline(folder, settings);
    print(pipeline.get("/api/social/pipeline/status?workspace=" + workspace), out);
    if (!json) {
      new QueueText(out).stops(pipeline.get("/api/social/pipeline/queue?limit=1"));
    }
    return 0;
  }

  private void print(JsonNode status, PrintWriter out) {
    if (json) {
      out.println(status.toPrettyString());
      return;
    }
    COUNTS.forEach(name -> out.printf("%-15s %8d%n", name, status.path(name).asLong()));
    out.println();
    for (Map.Entry<String, JsonNode> unlock : status.path("unlocks").properties()) {
      out.printf(
          "%-10s %-8s %s%n",
          unlock.getKey(),
          unlock.getValue().path("unlocked").asBoolean() ? "open" : "locked",
          unlock.getValue().path("reason").asText());
    }
    out.println("as of " + status.path("as_of").asText());
  }
}
