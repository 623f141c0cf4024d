package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order about one job.
 *
 * @param verb pause, resume or cancel
 * @param promise what happens then, in words
 */
record JobOrder(String verb, String promise) {

  /** Gives the order and prints the answer; the exit code. */
  int give(Settings settings, @Nullable JobsCommand jobs, JobChoice choice, PrintWriter out)
      throws IOException, InterruptedException, NotRunning {
    String id = URLEncoder.encode(choice.jobId(), StandardCharsets.UTF_8).replace("+", "%20");
    @Nullable String reason = choice.reason();
    JsonNode answer =
        RunningOutreach.pipeline(
                Objects.requireNonNull(jobs, "picocli sets the parent").folder(), settings)
            .post(
                "/api/social/pipeline/jobs/" + id + "/" + verb,
                reason == null ? Map.of() : Map.of("reason", reason));
    if (answer.has("code")) {
      out.println(answer.path("code").asText() + ": " + answer.path("detail").asText());
      return 1;
    }
    out.println(promise);
    return 0;
  }
}
