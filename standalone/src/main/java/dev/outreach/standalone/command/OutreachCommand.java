package dev.outreach.standalone.command;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.ProvisioningFailure;
import dev.outreach.standalone.client.RefusedRequest;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The top of the command line. */
@Command(
    name = "outreach",
    mixinStandardHelpOptions = true,
    version = "outreach 0.1.0",
    description =
        "From \"found on a social network\" to \"answered\": discover, review, draft, send, follow"
            + " up.",
    footer = {
      "",
      "Examples:",
      "  outreach demo                    watch a whole funnel on this machine",
      "  outreach up                      start everything on ./.outreach and keep it running",
      "  outreach import people.csv       bring people in from a file",
      "  outreach status                  counts and what is unlocked",
      "  outreach queue                   what has not left yet, and why",
      "  outreach jobs --watch            how far discovery is, and why a job stopped",
      "  outreach table-intake status     whether rows inserted as requests are captured",
      "",
      "Exit codes: 0 done; 1 refused or checks disagree; 2 wrong words; 10 no JDK 25; 11 port in"
          + " use;",
      "  12 disk full; 13 data folder of a newer version; 14 data folder in use; 15 a part failed;",
      "  16 setting refused; 17 topics, schemas or broker not as needed; 18 Outreach is not"
          + " running."
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      RunCommand.class,
      StatusCommand.class,
      QueueCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      SuppressCommand.class,
      AcceptRiskCommand.class,
      ImportCommand.class,
      JobsCommand.class,
      TableIntakeCommand.class,
      VerifyCommand.class,
      PolicyCommand.class,
      RebuildCommand.class,
      RollbackCommand.class,
      HealthCommand.class,
      CommandLine.HelpCommand.class
    })
public final class OutreachCommand implements Runnable {

  static final int SETTING_REFUSED = 16;
  static final int NOT_PROVISIONED = 17;
  static final int NOT_RUNNING = 18;
  static final int INTERRUPTED = 130;

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private OutreachCommand() {}

  /**
   * Runs one command.
   *
   * @param environment where settings come from
   * @return the exit code
   */
  public static int execute(Map<String, String> environment, String... arguments) {
    StopSignal stop = StopSignal.toThisThread();
    try {
      return commandLine(environment).execute(arguments);
    } finally {
      stop.finished();
    }
  }

  @SuppressWarnings("SystemOut") // what a command prints is its product
  static CommandLine commandLine(Map<String, String> environment) {
    Settings settings = Settings.of(environment);
    CommandLine line = new CommandLine(new OutreachCommand(), new Commands(settings));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(OutreachCommand::explain);
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }

  /** One line for the person, the whole story for the log. */
  private static int explain(Exception failure, CommandLine line, ParseResult parsed) {
    LoggerFactory.getLogger("outreach").debug("The command ends", failure);
    line.getErr()
        .println(
            "outreach: "
                + (failure instanceof InterruptedException ? "stopped" : failure.getMessage()));
    return switch (failure) {
      case StartFailure start -> start.reason().exitCode();
      case InvalidSetting _ -> SETTING_REFUSED;
      case ProvisioningFailure _ -> NOT_PROVISIONED;
      case NotRunning _, ConnectException _ -> NOT_RUNNING;
      case RefusedRequest _ -> CommandLine.ExitCode.SOFTWARE;
      case InterruptedException _ -> INTERRUPTED;
      default -> {
        LoggerFactory.getLogger("outreach").error("Unexpected failure", failure);
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }
}
