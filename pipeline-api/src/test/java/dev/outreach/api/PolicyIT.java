package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.schemas.PolicyChanged;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When follow-ups are due, by HTTP, on the tables of the read model. */
class PolicyIT {

  private static final String PATH = "/api/social/policy";

  private TestPostgres postgres;
  private RunningApi api;

  @BeforeEach
  void start() {
    postgres = TestPostgres.migrated();
    api = new RunningApi(postgres.dataSource(), Map.of());
  }

  @AfterEach
  void stop() {
    api.close();
    postgres.close();
  }

  @Test
  void shouldShowAndChangeWhenFollowUpsAreDue() {
    postgres.execute("INSERT INTO social_policy VALUES ('epoch', '3 days', 'Europe/Berlin')");
    assertPolicy(api.get(PATH), "PT72H");

    assertPolicy(put("{\"follow_up_after\": \"36h\"}"), "PT36H");
    assertPolicy(put("{\"follow_up_after\": \"PT5M\"}"), "PT5M");

    assertPolicy(api.get(PATH), "PT5M");
    assertThat(postgres.count("SELECT count(*) FROM social_policy")).isEqualTo(3);
    assertThat(
            postgres.count(
                "SELECT count(*) FROM social_policy WHERE follow_up_after = '36 hours'"
                    + " AND zone = 'Europe/Berlin'"))
        .isOne();
  }

  @Test
  void shouldRefuseWhatCannotHoldAndChangeNothing() {
    postgres.execute("INSERT INTO social_policy VALUES ('epoch', '3 days', 'UTC')");

    assertFault("{}", "is missing");
    assertFault("{\"follow_ups\": 11}", "follow_ups", "is not a whole number from 0 to 10");
    assertFault("{\"follow_ups\": -1}", "follow_ups", "is not a whole number from 0 to 10");
    assertFault("{\"follow_ups\": \"3\"}", "follow_ups", "is not a whole number from 0 to 10");
    assertFault("{\"follow_up_after\": 5}", "is not a text");
    assertFault("{\"follow_up_after\": \"soon\"}", "is no length of time");
    assertFault("{\"follow_up_after\": \"999ms\"}", "is below a second");
    assertFault("{\"follow_up_after\": \"-PT5H\"}", "is below a second");
    assertFault("{\"follow_up_after\": \"3651d\"}", "is above ten years");
    assertFault("{\"follow_up_after\": \"99999999999999999999d\"}", "is no length of time");

    assertPolicy(api.get(PATH), "PT72H");
  }

  @Test
  void shouldChangeHowManyFollowUpsAPersonGetsAndTellThoseWhoDecide() {
    postgres.execute("INSERT INTO social_policy VALUES ('epoch', '3 days', 'UTC')");
    assertThat(api.get(PATH).body().path("follow_ups").isNull()).isTrue();

    RunningApi.Answer both = put("{\"follow_ups\": 4, \"follow_up_after\": \"5d\"}");
    assertPolicy(both, "PT120H");
    assertThat(both.body().path("follow_ups").asInt()).isEqualTo(4);
    assertPolicy(put("{\"follow_ups\": 0}"), "PT120H");

    assertThat(api.get(PATH).body().path("follow_ups").asInt()).isZero();
    List<PolicyChanged> told =
        api.log().published().stream().map(PolicyChanged.class::cast).toList();
    assertThat(told).extracting(PolicyChanged::getFollowUps).containsExactly(4, 0);
    assertThat(told.getLast().getOccurredAt()).isAfter(told.getFirst().getOccurredAt());
  }

  @Test
  void shouldChangeNothingWhereThoseWhoDecideCannotBeTold() {
    postgres.execute("INSERT INTO social_policy VALUES ('epoch', '3 days', 'UTC')");
    api.log().goDown();

    assertThat(put("{\"follow_ups\": 4, \"follow_up_after\": \"5d\"}").status()).isEqualTo(503);

    assertPolicy(api.get(PATH), "PT72H");
    assertThat(api.get(PATH).body().path("follow_ups").isNull()).isTrue();
  }

  @Test
  void shouldSayThatNothingIsLaidDownYet() {
    for (RunningApi.Answer answer :
        new RunningApi.Answer[] {api.get(PATH), put("{\"follow_up_after\": \"5d\"}")}) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().path("detail").asText()).contains("start status-projector first");
    }
  }

  @Test
  void shouldLetOnlyTheAdministratorIn() {
    assertThat(api.send(api.bare(PATH).GET()).status()).isEqualTo(401);
    assertThat(
            api.send(api.bare(PATH).PUT(BodyPublishers.ofString("{\"follow_up_after\": \"5d\"}")))
                .status())
        .isEqualTo(401);
  }

  private RunningApi.Answer put(String body) {
    return api.send(api.request(PATH).PUT(BodyPublishers.ofString(body)));
  }

  private static void assertPolicy(RunningApi.Answer answer, String followUpAfter) {
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    assertThat(answer.body().path("follow_up_after").asText()).isEqualTo(followUpAfter);
  }

  private void assertFault(String body, String problem) {
    assertFault(body, "follow_up_after", problem);
  }

  private void assertFault(String body, String field, String problem) {
    RunningApi.Answer answer = put(body);

    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.body().path("errors")).hasSize(1);
    JsonNode fault = answer.body().path("errors").get(0);
    assertThat(fault.path("field").asText()).isEqualTo(field);
    assertThat(fault.path("problem").asText()).isEqualTo(problem);
    assertThat(fault.path("fix").asText()).isNotBlank();
  }
}
