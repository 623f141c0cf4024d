package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in a real browser, on the real API and a real PostgreSQL. */
class DashboardIT {

  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Path PICTURES = Path.of("target", "pictures").toAbsolutePath();

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void shouldShowThePipelineAndMoveWithIt() throws IOException, InterruptedException {
    Files.createDirectories(PICTURES);
    try (TestPostgres postgres = TestPostgres.migrated();
        RunningApi api = new RunningApi(postgres.dataSource(), Map.of())) {
      Process walk = walk(api);
      try {
        String said = accompany(walk, new Scenes(postgres));

        assertThat(walk.waitFor(LONGEST)).isTrue();
        assertThat(walk.exitValue()).as(said).isZero();
        assertThat(said).endsWith("done\n");
      } finally {
        walk.destroyForcibly();
      }
    }
  }

  private static Process walk(RunningApi api) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("node", "e2e/pipeline.mjs")
            .directory(Path.of("..", "dashboard").toFile())
            .redirectErrorStream(true);
    builder.environment().put("OUTREACH_ADDRESS", api.app().address().toString());
    builder.environment().put("OUTREACH_ADMIN_TOKEN", RunningApi.TOKEN);
    builder.environment().put("OUTREACH_PICTURES", PICTURES.toString());
    return builder.start();
  }

  /** Does what the walker asks for, and gives everything it said. */
  private static String accompany(Process walk, Scenes scenes) throws IOException {
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines = walk.inputReader(StandardCharsets.UTF_8);
        BufferedWriter answers = walk.outputWriter(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("ask: ")) {
          scenes.play(line.substring("ask: ".length()));
          answers.write("ok\n");
          answers.flush();
        }
      }
    }
    return said.toString();
  }

  /** What happens behind the page. */
  private record Scenes(TestPostgres postgres) {

    void play(String scene) {
      switch (scene) {
        case "people arrive" -> arrive();
        case "a person is reviewed" -> review();
        case "the tables go away" ->
            postgres.execute("ALTER VIEW social_counts_by_platform RENAME TO gone");
        case "the tables come back" ->
            postgres.execute("ALTER VIEW gone RENAME TO social_counts_by_platform");
        default -> throw new IllegalArgumentException("no such scene: " + scene);
      }
    }

    private void arrive() {
      Funnel funnel = new Funnel(postgres);
      funnel.people("instagram", 74, "discovered", "not_started");
      funnel.people("linkedin", 38, "discovered", "not_started");
      funnel.people("tiktok", 16, "discovered", "not_started");
      funnel.people("facebook", 5, "reviewed", "not_started");
      funnel.people("linkedin", 12, "reviewed", "not_started");
      funnel.people("instagram", 31, "rejected", "not_started");
      funnel.people("instagram", 6, "qualified", "not_started");
      funnel.people("instagram", 7, "qualified", "drafted");
      funnel.people("facebook", 2, "qualified", "drafted");
      funnel.people("instagram", 14, "qualified", "sent");
      funnel.people("linkedin", 7, "qualified", "sent");
      funnel.people("linkedin", 4, "qualified", "queued");
      funnel.people("instagram", 5, "qualified", "replied");
      funnel.people("tiktok", 1, "qualified", "unconfirmed");
      funnel.count();
    }

    private void review() {
      postgres.execute(
          "UPDATE social_profile SET discovery_status = 'qualified' WHERE username ="
              + " 'discovered.not_started.1' AND platform = 'tiktok'");
      new Funnel(postgres).count();
    }
  }
}
