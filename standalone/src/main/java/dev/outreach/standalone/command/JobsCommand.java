package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the discovery jobs: how far each is, and why it waits or stopped. */
@Command(
    name = "jobs",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the discovery jobs, newest first: by which way each came, how many people it found,",
      "how many of them are new, and why it waits or stopped."
    },
    subcommands = {PauseJobCommand.class, ResumeJobCommand.class, CancelJobCommand.class},
    footer = {
      "",
      "Examples:",
      "  outreach jobs",
      "  outreach jobs --watch",
      "  outreach jobs pause 0f8e… --reason \"asks the wrong town\"",
      "  outreach jobs --json | jq '.items[] | select(.status == \"failed\") | .reason'"
    })
final class JobsCommand implements Callable<Integer> {

  private static final int MOST = 200;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Prints the answer of the API as it is.")
  private boolean json;

  @Option(names = "--watch", description = "Prints again every two seconds until Ctrl-C.")
  private boolean watch;

  JobsCommand(Settings settings) {
    this.settings = settings;
  }

  /** The data folder, also where it is named before a command of jobs. */
  Path folder() {
    return option.folder();
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    JsonClient pipeline = RunningOutreach.pipeline(folder(), settings);
    PrintWriter out = Output.of(spec);
    CountDownLatch never = new CountDownLatch(1);
    do {
      print(pipeline.get("/api/social/jobs?limit=" + MOST), out);
    } while (watch && !never.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    return 0;
  }

  private void print(JsonNode jobs, PrintWriter out) {
    if (json) {
      out.println(jobs.toPrettyString());
      return;
    }
    new JobsText(out).print(jobs.path("items"));
    if (watch) {
      out.println();
    }
    out.flush();
  }
}
