package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Writes discovery jobs as lines for a person. */
record JobsText(PrintWriter out) {

  private static final String LINE = "%-36s %-9s %-5s %-9s %8s %8s %8s %8s %8s  %s%n";

  void print(JsonNode jobs) {
    if (jobs.isEmpty()) {
      out.println("No job yet: insert a row, publish a request, call the API or import a file.");
      return;
    }
    out.printf(
        LINE,
        "job",
        "platform",
        "by",
        "status",
        "found",
        "new",
        "known",
        "doubled",
        "refused",
        "why");
    for (JsonNode job : jobs) {
      out.printf(
          LINE,
          job.path("job_id").asText(),
          job.path("platform").asText(),
          job.path("source").asText(),
          job.path("status").asText(),
          job.path("found").asText(),
          job.path("new_people").asText(),
          job.path("known_people").asText(),
          job.path("duplicates").asText(),
          job.path("refused").asText(),
          why(job));
    }
  }

  /** What it waits for or ended by, until when, and which results it could not use. */
  private static String why(JsonNode job) {
    StringBuilder why = new StringBuilder(text(job, "reason"));
    String until = text(job, "waits_until");
    if (!until.isEmpty()) {
      why.append(" until ").append(until);
    }
    String refused =
        job.path("refused_by_reason").properties().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue().asText())
            .sorted()
            .collect(Collectors.joining(", "));
    if (!refused.isEmpty()) {
      why.append(why.isEmpty() ? "" : "; ").append("refused: ").append(refused);
    }
    return why.toString();
  }

  private static String text(JsonNode job, String field) {
    JsonNode value = job.path(field);
    return value.isNull() ? "" : value.asText("");
  }
}
