package dev.outreach.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
  void shouldRefuseASettingNobodyCanWorkWith(@TempDir Path folder) {
    int exitCode =
        OutreachCommand.execute(
            Map.of("OUTREACH_HTTP_PORT", "eighty"), "up", "--data-dir", folder.toString());

    assertThat(exitCode).isEqualTo(16);
  }

  @Test
  void shouldSayThatNothingRuns(@TempDir Path folder) {
    int exitCode = OutreachCommand.execute(Map.of(), "status", "--data-dir", folder.toString());

    assertThat(exitCode).isEqualTo(18);
  }
}
