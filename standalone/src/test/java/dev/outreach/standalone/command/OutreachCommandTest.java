package dev.outreach.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OutreachCommandTest {

  @Test
  void shouldGiveAnExampleInTheHelpOfEveryCommand() {
    Map<String, CommandLine> commands = OutreachCommand.commandLine(Map.of()).getSubcommands();

    assertThat(commands).containsKeys("demo", "up", "run", "status", "import", "verify", "health");
    commands.forEach(
        (name, command) -> {
          if (!name.equals("help")) {
            assertThat(command.getUsageMessage()).as(name).contains("Example");
          }
        });
  }

  @Test
  void shouldNameThePortInUseAndTheVariableThatChangesIt(@TempDir Path folder) throws IOException {
    for (String variable : List.of("OUTREACH_HTTP_PORT", "OUTREACH_SANDBOX_PORT")) {
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int exitCode =
            OutreachCommand.execute(
                Map.of(variable, Integer.toString(taken.getLocalPort())),
                "up",
                "--data-dir",
                folder.toString());

        assertThat(exitCode).as(variable).isEqualTo(11);
      }
    }
  }

  @Test
  void shouldRefuseAWorkspaceForWhatIsTheSameForAll(@TempDir Path folder) {
    assertThat(refusal(folder, "policy", "--workspace=acme", "--follow-up-after=5d"))
        .contains("--workspace", "the same for all");
  }

  @Test
  void shouldLookIntoTheFolderNamedBeforeACommandOfJobs(@TempDir Path folder) {
    CommandLine.ParseResult parsed =
        OutreachCommand.commandLine(Map.of())
            .parseArgs("jobs", "--data-dir", folder.toString(), "cancel", "job-1");

    JobsCommand jobs = (JobsCommand) parsed.subcommand().commandSpec().userObject();
    assertThat(jobs.folder()).isEqualTo(folder);
  }

  @Test
  void shouldRefuseASettingNobodyCanWorkWith(@TempDir Path folder) {
    int exitCode =
        OutreachCommand.execute(
            Map.of("OUTREACH_HTTP_PORT", "eighty"), "up", "--data-dir", folder.toString());

    assertThat(exitCode).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, is not a time with its zone: use a time such as 2026-11-20T10:00Z",
    "2026-11-20T10:00, is not a time with its zone: use a time such as 2026-11-20T10:00Z",
    "9999-01-01T00:00Z, is in the future: use a time until now",
    "-999999999-01-01T00:00Z, is before 1970: use a time such as 2026-11-20T10:00Z"
  })
  void shouldRefuseATimeAtWhichNoScreenShowedAnything(
      String time, String problem, @TempDir Path folder) {
    assertThat(refusal(folder, "status", "--at=" + time)).isEqualTo("outreach: --at " + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "soon, 'is no length of time: use for example 30s, 5m, 2h or 3d'",
    "999ms, is below a second: use for example 3d",
    "3651d, is above ten years: use for example 3d"
  })
  void shouldRefuseAThresholdThatCannotHold(String time, String problem, @TempDir Path folder) {
    assertThat(refusal(folder, "policy", "--follow-up-after=" + time))
        .isEqualTo("outreach: --follow-up-after " + problem);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 11})
  void shouldRefuseANumberOfFollowUpsThereCannotBe(int number, @TempDir Path folder) {
    assertThat(refusal(folder, "policy", "--follow-ups=" + number))
        .isEqualTo("outreach: --follow-ups is " + number + ": use 0 to 10");
  }

  @Test
  void shouldNotChangeTheFollowUpsOfAnotherOutreachThanTheEnvironmentNames(@TempDir Path folder) {
    Map<String, String> environment = Map.of("OUTREACH_DATABASE_URL", "jdbc:postgresql://far/away");

    assertThat(refusal(environment, folder, "policy", "--follow-ups=3"))
        .contains("OUTREACH_DATABASE_URL names another one", "PUT /api/social/policy");
  }

  @Test
  void shouldSayThatNothingRuns(@TempDir Path folder) {
    int exitCode = OutreachCommand.execute(Map.of(), "status", "--data-dir", folder.toString());

    assertThat(exitCode).isEqualTo(18);
  }

  /** What is said to an operator whose setting cannot be. */
  private static String refusal(Path folder, String... words) {
    return refusal(Map.of(), folder, words);
  }

  private static String refusal(Map<String, String> environment, Path folder, String... words) {
    StringWriter said = new StringWriter();
    CommandLine line = OutreachCommand.commandLine(environment);
    line.setErr(new PrintWriter(said, true));
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data-dir", folder.toString()));
    assertThat(line.execute(all.toArray(String[]::new))).isEqualTo(16);
    return said.toString().strip();
  }
}
