package dev.outreach.standalone.command;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.api.http.FollowUpAfter;
import dev.outreach.projector.PolicyDesk;
import dev.outreach.readmodel.Policy;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.stack.Databases;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows and changes the rules of follow-ups and days while all runs. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = {
      "Shows when follow-ups are due, how many a person gets and where days begin,",
      "and changes that while all runs."
    },
    footer = {
      "",
      "Examples:",
      "  outreach policy",
      "  outreach policy --follow-up-after 5d --follow-ups 3",
      "  outreach policy --zone Europe/Berlin --workspace acme"
    })
final class PolicyCommand implements Callable<Integer> {

  private static final String FOLLOW_UP_AFTER = "--follow-up-after";
  private static final String FOLLOW_UPS = "--follow-ups";

  private final Settings settings;
  @Mixin private final StackOption option = new StackOption();
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = FOLLOW_UP_AFTER,
      paramLabel = "TIME",
      description = "How long an unanswered message rests, for example 36h or 5d.")
  private @Nullable String followUpAfter;

  @Option(
      names = FOLLOW_UPS,
      paramLabel = "NUMBER",
      description =
          "How many follow-ups a person gets, 0 to 10; asks the Outreach that runs on the data folder.")
  private @Nullable Integer followUps;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where days begin, for example Europe/Berlin.")
  private @Nullable String zone;

  @Option(
      names = "--workspace",
      paramLabel = "ID",
      description = "Whose zone; without it, that of all that have none of their own.")
  private @Nullable String workspace;

  PolicyCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, NotRunning {
    PrintWriter out = Output.of(spec);
    Optional<Duration> threshold = Optional.ofNullable(followUpAfter).map(PolicyCommand::duration);
    Optional<ZoneId> days = Optional.ofNullable(zone).map(PolicyCommand::zoneOf);
    if (workspace != null && (followUpAfter != null || followUps != null)) {
      throw new InvalidSetting(
          "--workspace",
          "names whose zone is meant, and follow-ups are the same for all: leave it out, or change them apart");
    }
    if (followUps != null) {
      allow(followUps);
    }
    try (HikariDataSource database =
        Databases.ofOperator(Deployment.of(settings, option.folder()))) {
      PolicyDesk desk = new PolicyDesk(database, Clock.systemUTC());
      threshold.ifPresent(desk::changeFollowUpAfter);
      days.ifPresent(chosen -> desk.changeZone(workspace == null ? "*" : workspace, chosen));
      return print(desk, out);
    }
  }

  /** Those who decide hear of it by the log, and pipeline-api writes it there. */
  private void allow(int number) throws IOException, InterruptedException, NotRunning {
    if (number < 0 || number > Policy.MOST_FOLLOW_UPS) {
      throw new InvalidSetting(FOLLOW_UPS, "is " + number + ": use 0 to " + Policy.MOST_FOLLOW_UPS);
    }
    if (settings.optionalText("OUTREACH_DATABASE_URL").isPresent()) {
      throw new InvalidSetting(
          FOLLOW_UPS,
          "asks the Outreach of a data folder, and OUTREACH_DATABASE_URL names another one: use PUT /api/social/policy of its pipeline-api");
    }
    RunningOutreach.pipeline(option.folder(), settings)
        .put("/api/social/policy", Map.of("follow_ups", number));
  }

  private int print(PolicyDesk desk, PrintWriter out) {
    Optional<Policy> policy = desk.now();
    if (policy.isEmpty()) {
      out.println("Nothing is laid down yet: start status-projector first.");
      return 1;
    }
    out.println("follow-ups are due after " + policy.get().followUpAfter());
    out.println("a person gets " + followUps(desk));
    out.println(
        workspace == null
            ? "days begin in " + policy.get().zone()
            : "days of %s begin in %s".formatted(workspace, desk.zoneOf(workspace)));
    return 0;
  }

  private static String followUps(PolicyDesk desk) {
    return desk.followUps()
        .map(number -> number == 1 ? "1 follow-up" : number + " follow-ups")
        .orElse(
            "as many follow-ups as profile-processor was set up with: OUTREACH_FOLLOW_UPS, or 2");
  }

  private static Duration duration(String text) {
    return switch (FollowUpAfter.of(text)) {
      case FollowUpAfter.Known(Duration time) -> time;
      case FollowUpAfter.Flawed(String problem, String fix) ->
          throw new InvalidSetting(FOLLOW_UP_AFTER, problem + ": " + fix);
    };
  }

  private static ZoneId zoneOf(String name) {
    try {
      return Policy.checkZone(ZoneId.of(name));
    } catch (DateTimeException | IllegalArgumentException unknown) {
      throw new InvalidSetting("--zone", "is no zone: use UTC or a region such as Europe/Berlin");
    }
  }
}
