package dev.outreach.standalone.command;

import dev.outreach.discovery.domain.ColumnMapping;
import dev.outreach.discovery.domain.RowProblem;
import dev.outreach.discovery.file.FileImport;
import dev.outreach.discovery.file.ImportCounts;
import dev.outreach.discovery.file.ImportOptions;
import dev.outreach.discovery.file.ImportPlan;
import dev.outreach.discovery.file.ImportReport;
import dev.outreach.discovery.file.UnreadableFile;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.standalone.stack.Addresses;
import dev.outreach.standalone.stack.TopicSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings people in from a file. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings people in from a file: CSV, TSV or one JSON object per line, plain or gzip.",
      "Columns of the usual export tools are recognised; --dry-run shows what would happen.",
      "Importing the same file again changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  outreach import people.csv --dry-run",
      "  outreach import people.csv --platform instagram \\",
      "      --map username=instagram_username,full_name=full_name"
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class ImportCommand implements Callable<Integer> {

  private static final int SHOWN_PROBLEMS = 20;

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("people.csv");

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description =
          "linkedin, instagram, tiktok or facebook: the platform of columns that name none.")
  private @Nullable String platform;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN,…",
      description = "Which column fills which field, where the header is not recognised.")
  private @Nullable String map;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "Whose people these are (default: ${DEFAULT-VALUE}).",
      defaultValue = "default")
  private String workspace = "default";

  @Option(names = "--dry-run", description = "Shows mapping, first rows and bad rows only.")
  private boolean dryRun;

  ImportCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, UnreadableFile, NotRunning {
    PrintWriter out = Output.of(spec);
    Path folder = option.folder();
    ImportOptions options =
        new ImportOptions(
            workspace,
            Optional.ofNullable(platform),
            map == null ? ColumnMapping.recognised() : ColumnMapping.parse(map),
            "command line");
    if (dryRun) {
      return show(FileImport.plan(file, options), out);
    }
    Addresses running = RunningOutreach.in(folder);
    Settings complete = running.complete(settings);
    ImportReport report =
        new FileImport(
                KafkaSettings.of(complete),
                TopicSettings.of(complete),
                EventSerdes.of(running.registry()),
                Clock.systemUTC())
            .run(file, options, counts -> out.println("  " + counts.rows() + " rows read …"));
    out.println("Job " + report.jobId());
    print(report.counts(), report.problems(), out);
    return 0;
  }

  private static int show(ImportPlan plan, PrintWriter out) {
    out.println("Dry run: nothing is published. Layout: " + plan.layout());
    out.println();
    plan.columns()
        .forEach(
            (column, field) ->
                out.printf("  %-28s → %s%n", column, field.isEmpty() ? "(not used)" : field));
    out.println();
    plan.firstPeople()
        .forEach(person -> out.printf("  %-10s %s%n", person.platform(), person.handle()));
    out.println();
    print(plan.counts(), plan.problems(), out);
    return 0;
  }

  private static void print(ImportCounts counts, List<RowProblem> problems, PrintWriter out) {
    out.printf(
        "%d rows: %d profiles, %d duplicates, %d refused, %d without an account%n",
        counts.rows(),
        counts.profiles(),
        counts.duplicates(),
        counts.refusedInAll(),
        counts.withoutAccount());
    problems.stream()
        .limit(SHOWN_PROBLEMS)
        .forEach(problem -> out.printf("  line %d: %s%n", problem.line(), problem.reason()));
    if (problems.size() > SHOWN_PROBLEMS) {
      out.printf("  … and %d more%n", problems.size() - SHOWN_PROBLEMS);
    }
  }
}
