package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Asks the process on this machine whether it is ready; for container health checks. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = "Asks the Outreach on OUTREACH_HTTP_PORT whether it is ready; exit code 0 if so.",
    footer = {"", "Example:", "  OUTREACH_HTTP_PORT=8080 outreach health"})
final class HealthCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;
  @Spec private @Nullable CommandSpec spec;

  HealthCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int port = settings.integer("OUTREACH_HTTP_PORT", 8080, 1, 65_535);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(PATIENCE)
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Output.of(spec).println(answer.body());
      return answer.statusCode() == 200 ? 0 : 1;
    }
  }
}
