package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes the list of those to whom nothing is sent any more. */
@Command(
    name = "suppress",
    mixinStandardHelpOptions = true,
    description = {
      "Sends nothing to a person, a handle or a whole domain any more, from this moment on.",
      "Without a value it prints the list."
    },
    footer = {
      "",
      "Examples:",
      "  outreach suppress",
      "  outreach suppress instagram:ada --reason \"asked us to stop\"",
      "  outreach suppress example.com --reason \"competitor\"",
      "  outreach suppress example.com --remove"
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class SuppressCommand implements Callable<Integer> {

  private static final String PATH = "/api/social/suppressions";

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "VALUE",
      arity = "0..1",
      description = "A profile id, a handle as instagram:ada, or a domain as example.com.")
  private @Nullable String value;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why (default: ${DEFAULT-VALUE}).")
  private String reason = "Suppressed by an operator.";

  @Option(names = "--remove", description = "Lifts the suppression instead.")
  private boolean remove;

  SuppressCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    Path folder = option.folder();
    JsonClient pipeline = RunningOutreach.pipeline(folder, settings);
    PrintWriter out = Output.of(spec);
    if (value == null) {
      pipeline.get(PATH + "?limit=1000").path("items").forEach(entry -> print(entry, out));
      return 0;
    }
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind(value));
    body.put("value", value);
    if (!remove) {
      body.put("reason", reason);
    }
    boolean changed =
        pipeline.post(remove ? PATH + "/remove" : PATH, body).path("changed").asBoolean();
    out.println(changed ? "Done." : "It was so already.");
    return 0;
  }

  private static String kind(String value) {
    if (value.contains(":")) {
      return "handle";
    }
    return value.contains(".") ? "domain" : "person";
  }

  private static void print(JsonNode entry, PrintWriter out) {
    out.printf(
        "%-8s %-44s %s  %s%n",
        entry.path("kind").asText(),
        entry.path("value").asText(),
        entry.path("since").asText(),
        entry.path("reason").asText());
  }
}
