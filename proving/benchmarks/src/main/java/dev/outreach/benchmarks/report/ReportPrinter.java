package dev.outreach.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Shows reports as tables and keeps them as JSON. */
public final class ReportPrinter {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Machine machine;
  private final Instant begun;

  /**
   * A printer for the runs of one process.
   *
   * @param folder where JSON goes; created where it is missing
   * @param begun when the process began
   */
  public ReportPrinter(Path folder, Instant begun) {
    this.folder = folder;
    this.machine = Machine.current(Path.of("").toAbsolutePath());
    this.begun = begun;
  }

  /** Prints a table. */
  public static void print(Report report, PrintWriter out) {
    out.println();
    out.println(report.name());
    report.parameters().forEach((name, value) -> out.printf("  %-44s %s%n", name, value));
    for (Figure figure : report.figures()) {
      out.printf("  %-44s %12s %s%n", figure.name(), figure.text(), figure.unit());
    }
    for (Check check : report.checks()) {
      out.printf(
          "  [%s] %s: %s%n", check.holds() ? "holds" : "FAILS", check.sentence(), check.detail());
    }
    report.notes().forEach(note -> out.println("  " + note));
    out.flush();
  }

  /** Writes {@code <name>.json} with machine, version, parameters, figures and checks. */
  public Path write(Report report) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(report.name() + ".json");
    Files.writeString(
        file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json(report)) + "\n");
    return file;
  }

  private ObjectNode json(Report report) {
    ObjectNode node = JSON.createObjectNode().put("benchmark", report.name());
    node.put("begun", begun.toString()).put("version", machine.version());
    node.putObject("machine")
        .put("system", machine.system())
        .put("java", machine.java())
        .put("processors", machine.processors())
        .put("memory_megabytes", machine.memoryMegabytes())
        .put("load_before", machine.load());
    ObjectNode parameters = node.putObject("parameters");
    report.parameters().forEach(parameters::put);
    ObjectNode figures = node.putObject("figures");
    for (Figure figure : report.figures()) {
      figures.putObject(figure.name()).put("value", figure.value()).put("unit", figure.unit());
    }
    ArrayNode checks = node.putArray("checks");
    for (Check check : report.checks()) {
      checks
          .addObject()
          .put("sentence", check.sentence())
          .put("holds", check.holds())
          .put("detail", check.detail());
    }
    ArrayNode notes = node.putArray("notes");
    report.notes().forEach(notes::add);
    return node;
  }
}
