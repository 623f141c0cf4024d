package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that make no sense: refused with field, problem and fix, and nothing is published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadSearchIT {

  private static final String DISCOVER = "/api/social/pipeline/discover";
  private static final String GOOD = "{\"platform\": \"instagram\", \"handles\": [\"ada\"]}";

  private final TestPostgres postgres = TestPostgres.migrated();
  private final RunningApi api = new RunningApi(postgres.dataSource(), Map.of());

  @BeforeAll
  void start() {
    api.awaitUp();
  }

  @AfterAll
  void stop() {
    api.close();
    postgres.close();
  }

  /** A body, and the field it is refused for. */
  record Refused(String body, String field) {

    @Override
    public String toString() {
      return body.length() > 80 ? body.substring(0, 80) : body;
    }
  }

  static List<Refused> refused() {
    return List.of(
        refused("'platform': 'myspace', 'keywords': ['a']", "platform"),
        refused("'platform': '', 'keywords': ['a']", "platform"),
        refused("'platform': 7, 'keywords': ['a']", "platform"),
        refused("'platform': null, 'keywords': ['a']", "platform"),
        refused("'keywords': ['a']", "platform"),
        refused("'platform': 'instagram'", "keywords"),
        refused("'platform': 'instagram', 'keywords': 'a'", "keywords"),
        refused("'platform': 'instagram', 'keywords': {'a': 1}", "keywords"),
        refused("'platform': 'instagram', 'keywords': [1]", "keywords[0]"),
        refused("'platform': 'instagram', 'keywords': ['" + "x".repeat(201) + "']", "keywords[0]"),
        refused("'platform': 'instagram', 'keywords': [" + many(51) + "]", "keywords"),
        refused("'platform': 'instagram', 'handles': [" + many(1_001) + "]", "handles"),
        refused("'platform': 'instagram', 'keywords': ['a'], 'max_profiles': 0", "max_profiles"),
        refused("'platform': 'instagram', 'keywords': ['a'], 'max_profiles': -1", "max_profiles"),
        refused(
            "'platform': 'instagram', 'keywords': ['a'], 'max_profiles': 100001", "max_profiles"),
        refused(
            "'platform': 'instagram', 'keywords': ['a'], 'max_profiles': 99999999999999999999",
            "max_profiles"),
        refused("'platform': 'instagram', 'keywords': ['a'], 'max_profiles': 1.5", "max_profiles"),
        refused("'platform': 'instagram', 'keywords': ['a'], 'max_profiles': '9'", "max_profiles"),
        refused("'platform': 'instagram', 'keywords': ['a'], 'dry_run': 'yes'", "dry_run"),
        refused("'platform': 'instagram', 'keywords': ['a'], 'keyword': ['b']", "keyword"));
  }

  private static Refused refused(String fields, String field) {
    return new Refused("{" + fields.replace('\'', '"') + "}", field);
  }

  private static String many(int words) {
    return String.join(",", Collections.nCopies(words, "'a'"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldNameFieldProblemAndFixAndTakeTheGoodOneBehind(Refused refused) {
    int before = api.log().published().size();

    RunningApi.Answer answer = api.post(DISCOVER, refused.body());

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
    assertThat(answer.body().path("errors").findValuesAsText("field"))
        .containsExactly(refused.field());
    assertThat(answer.body().at("/errors/0/problem").asText()).isNotBlank();
    assertThat(answer.body().at("/errors/0/fix").asText()).isNotBlank();
    assertThat(api.log().published()).hasSize(before);
    assertThat(api.post(DISCOVER, GOOD).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{\"platform\": ", "{'platform': 'instagram'}", "\0", "{} {}"})
  void shouldRefuseWhatIsNoJson(String body) {
    RunningApi.Answer answer = api.post(DISCOVER, body);

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    assertThat(answer.body().path("detail").asText()).isNotBlank();
    assertThat(api.post(DISCOVER, GOOD).status()).isEqualTo(202);
  }

  @Test
  void shouldRefuseJsonThatIsNoObject() {
    for (String body : List.of("[]", "null", "7", "\"text\"", "true")) {
      RunningApi.Answer answer = api.post(DISCOVER, body);

      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.body().path("detail").asText()).as(answer.raw().body()).isNotBlank();
    }
  }
}
