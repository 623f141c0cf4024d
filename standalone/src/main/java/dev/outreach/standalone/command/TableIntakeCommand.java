package dev.outreach.standalone.command;

import dev.outreach.discovery.table.TableIntakeDesk;
import dev.outreach.discovery.table.TableIntakeDesk.Repair;
import dev.outreach.discovery.table.TableIntakeParts;
import dev.outreach.discovery.table.TableIntakeSettings;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.standalone.stack.Addresses;
import dev.outreach.standalone.stack.Databases;
import dev.outreach.standalone.stack.TopicSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at the capture of the table of requests, and repairs it. */
@Command(
    name = "table-intake",
    mixinStandardHelpOptions = true,
    description = {
      "Looks after the way in by rows of social_discovery_requests.",
      "  status   whether rows are captured, and how much log PostgreSQL keeps for it",
      "  repair   makes the replication slot anew where it was lost, and publishes the rows that",
      "           were missed, as far back as Kafka remembers (a month)",
      "Speaks to the Outreach that runs on the data folder, or else to the PostgreSQL, Kafka and",
      "registry of the environment. Exit code 0 only where rows are captured."
    },
    footer = {"", "Examples:", "  outreach table-intake status", "  outreach table-intake repair"})
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class TableIntakeCommand implements Callable<Integer> {

  /** What can be done. */
  enum Action {
    STATUS,
    REPAIR
  }

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "status|repair", description = "What to do.")
  private Action action = Action.STATUS;

  TableIntakeCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    TableIntakeDesk desk = new TableIntakeDesk(parts(addressed()));
    PrintWriter out = Output.of(spec);
    return switch (action) {
      case STATUS -> status(desk, out);
      case REPAIR -> repair(desk, out);
    };
  }

  private static int status(TableIntakeDesk desk, PrintWriter out) {
    TableIntakeDesk.Report report = desk.report();
    out.println(report.text());
    out.printf("log kept for it  %12d bytes%n", report.walHeldBytes());
    out.printf("log not read yet %12d bytes%n", report.walLagBytes());
    return report.works() ? 0 : 1;
  }

  private static int repair(TableIntakeDesk desk, PrintWriter out) throws InterruptedException {
    return switch (desk.repair()) {
      case Repair.Repaired(long published, long leftOut) -> {
        out.println(
            "The slot is made anew; rows that had been missed and are published: " + published);
        if (leftOut > 0) {
          out.println(
              leftOut
                  + " rows are older than what Kafka remembers and were left out: whoever still"
                  + " wants one of them inserts it again.");
        }
        yield 0;
      }
      case Repair.NotNeeded() -> {
        out.println("Nothing is wrong, so nothing was changed.");
        yield 0;
      }
      case Repair.Refused(String reason) -> {
        out.println(reason);
        yield 1;
      }
    };
  }

  private Settings addressed() throws IOException, NotRunning {
    Optional<Addresses> running = Addresses.read(option.folder());
    if (running.isPresent()) {
      return running.get().complete(settings);
    }
    if (settings.optionalText("OUTREACH_DATABASE_URL").isEmpty()) {
      throw new NotRunning(
          "No Outreach runs on "
              + option.folder()
              + ": start it, or name another one by OUTREACH_DATABASE_URL");
    }
    return settings;
  }

  private static TableIntakeParts parts(Settings settings) {
    return new TableIntakeParts(
        TableIntakeSettings.of(settings),
        KafkaSettings.of(settings),
        TopicSettings.of(settings),
        EventSerdes.of(Databases.registryUrl(settings)));
  }
}
