package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.schemas.CancelJob;
import dev.outreach.schemas.JobCommand;
import dev.outreach.schemas.PauseJob;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The job list and the orders about jobs, over HTTP. */
class JobsIT {

  private static TestPostgres postgres;
  private static RunningApi api;

  @BeforeAll
  static void start() {
    postgres = TestPostgres.migrated();
    api = new RunningApi(postgres.dataSource(), Map.of());
    api.awaitUp();
    for (String row :
        List.of(
            "'run/ning 1', 'instagram', 'http', 'running', 5, null",
            "'paused', 'tiktok', 'topic', 'paused', 4, null",
            "'waiting', 'instagram', 'topic', 'waiting', 3, null",
            "'over', 'instagram', 'table', 'completed', 2, now()",
            "'import', 'any', 'file', 'running', 1, null")) {
      String[] values = row.split(", ");
      postgres.execute(
          """
          INSERT INTO social_discovery_job (job_id, workspace_id, platform, source, categories,
            locations, keywords, max_profiles, requested_by, status, found, duplicates, refused,
            refused_by_reason, pages, started_at, updated_at, finished_at, log_offset)
          VALUES (%s, 'default', %s, %s, '{}', '{}', '{}', 100, 'ada', %s, 7, 0, 1,
            '{"NO_HANDLE": 1}', 2, now() - interval '1 hour' * (6 - %s), now(), %s, 1)
          """
              .formatted((Object[]) values));
    }
    postgres.execute(
        """
        INSERT INTO social_discovery_tally VALUES ('waiting', 'new', 4), ('waiting', 'unchanged', 3);
        INSERT INTO social_discovery_part
          VALUES ('waiting', 9, 'default', 1, 7, 0, '{"NO_HANDLE": 1}');
        """);
  }

  @AfterAll
  static void stop() {
    api.close();
    postgres.close();
  }

  @Test
  void shouldListTheJobsAFilterNames() {
    assertThat(ids("")).containsExactly("run/ning 1", "paused", "waiting", "over", "import");
    assertThat(ids("?platform=instagram&source=topic")).containsExactly("waiting");
    assertThat(ids("?status=paused")).containsExactly("paused");
    assertThat(ids("?since=2020-01-01T00:00Z")).hasSize(5);
    assertThat(api.get("/api/social/jobs?status=asleep").status()).isEqualTo(400);
    assertThat(api.get("/api/social/jobs?after=oops").status()).isEqualTo(400);
  }

  @Test
  void shouldPageThroughAllOfThem() {
    List<String> all = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = api.get("/api/social/jobs?limit=2" + next).body();
      page.path("items").forEach(job -> all.add(job.path("job_id").asText()));
      next = page.path("next").isNull() ? "" : "&after=" + page.path("next").asText();
    } while (!next.isEmpty());
    assertThat(all).containsExactly("run/ning 1", "paused", "waiting", "over", "import");
  }

  @Test
  void shouldShowWhatAJobAndItsPagesBrought() {
    JsonNode detail = api.get("/api/social/pipeline/jobs/waiting").body();
    assertThat(detail.at("/job/new_people").asInt()).isEqualTo(4);
    assertThat(detail.at("/job/known_people").asInt()).isEqualTo(3);
    assertThat(detail.at("/pages/0/found").asInt()).isEqualTo(7);
    assertThat(detail.at("/pages/0/refused_by_reason/NO_HANDLE").asInt()).isEqualTo(1);
  }

  @Test
  void shouldPassOrdersOnUnderTheJobsKey() {
    RunningApi.Answer answer = order("run/ning 1", "pause", "{\"reason\":\"lunch\"}");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("status").asText()).isEqualTo("running");
    assertThat(order("waiting", "cancel", "{}").status()).isEqualTo(202);
    assertThat(api.log().published())
        .filteredOn(JobCommand.class::isInstance)
        .map(JobCommand.class::cast)
        .anySatisfy(
            command -> {
              assertThat(command.getJobId()).isEqualTo("run/ning 1");
              assertThat(command.getCommand()).isEqualTo(new PauseJob("lunch"));
            })
        .anySatisfy(command -> assertThat(command.getCommand()).isEqualTo(new CancelJob(null)));
  }

  @Test
  void shouldRefuseOrdersNobodyCouldCarryOut() {
    assertThat(code(order("nobody", "cancel", "{}"))).isEqualTo("404 UNKNOWN_JOB");
    assertThat(code(order("over", "resume", "{}"))).isEqualTo("409 JOB_OVER");
    assertThat(code(order("import", "pause", "{}"))).isEqualTo("409 JOB_IS_A_FILE");
    assertThat(code(order("waiting", "pause", "{\"why\":1}"))).isEqualTo("400 INVALID_REQUEST");
    assertThat(code(api.post("/api/social/pipeline/jobs/waiting/pause?workspace=other", "{}")))
        .isEqualTo("404 UNKNOWN_JOB");
  }

  private static RunningApi.Answer order(String jobId, String verb, String body) {
    String id = URLEncoder.encode(jobId, StandardCharsets.UTF_8).replace("+", "%20");
    return api.post("/api/social/pipeline/jobs/" + id + "/" + verb, body);
  }

  private static String code(RunningApi.Answer answer) {
    return answer.status() + " " + answer.body().path("code").asText();
  }

  private static List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    api.get("/api/social/jobs" + query)
        .body()
        .path("items")
        .forEach(job -> ids.add(job.path("job_id").asText()));
    return ids;
  }
}
