package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.identity.DerivedId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is suppressed is told to discovery by an id that names nobody. */
class SuppressionsIT {

  private static final String SUPPRESSIONS = "/api/social/suppressions";

  private TestPostgres postgres;
  private RunningApi api;

  @BeforeEach
  void start() {
    postgres = TestPostgres.withSender();
    api = new RunningApi(postgres.dataSource(), Map.of()).awaitUp();
  }

  @AfterEach
  void stop() {
    api.close();
    postgres.close();
  }

  @Test
  void shouldTurnAWholeDomainAwayAndLetItInAgainWithoutNamingIt() {
    String entry = "\"kind\": \"domain\", \"value\": \"Shop.Example.com\"";

    RunningApi.Answer added = api.post(SUPPRESSIONS, "{" + entry + ", \"reason\": \"asked\"}");
    RunningApi.Answer removed = api.post(SUPPRESSIONS + "/remove", "{" + entry + "}");

    assertThat(added.status()).as(added.raw().body()).isEqualTo(200);
    assertThat(removed.status()).as(removed.raw().body()).isEqualTo(200);
    List<RefusedPerson> told = told();
    assertThat(told)
        .extracting(RefusedPerson::getReason)
        .containsExactly(RefusalReason.SUPPRESSED, RefusalReason.NONE);
    assertThat(told)
        .extracting(RefusedPerson::getProfileId)
        .containsOnly(DerivedId.domain("default", "shop.example.com"));
    assertThat(told).extracting(RefusedPerson::getOrigin).containsOnly("list-domain");
    assertThat(told.toString()).doesNotContainIgnoringCase("example.com");
  }

  @Test
  void shouldTurnAPersonAwayByHandle() {
    api.post(
        SUPPRESSIONS,
        "{\"kind\": \"handle\", \"value\": \"instagram:Ada.Bakes\", \"reason\": \"asked\"}");

    assertThat(told())
        .extracting(RefusedPerson::getProfileId)
        .containsExactly(DerivedId.profile("default", "instagram", "ada.bakes"));
  }

  @ParameterizedTest
  @CsvSource({
    "handle, instagram:@Ada.Bakes, instagram:ada.bakes",
    "handle, instagram:https://instagram.com/ada.bakes/?igsh=x, instagram:ada.bakes",
    "domain, www.Example.com, example.com",
    "domain, https://example.com/about, example.com"
  })
  void shouldKeepWhoIsMeantInTheSpellingTheSenderComparesWith(
      String kind, String given, String kept) {
    String entry = "{\"kind\": \"%s\", \"value\": \"%s\"".formatted(kind, given);

    assertThat(api.post(SUPPRESSIONS, entry + ", \"reason\": \"asked\"}").status()).isEqualTo(200);

    assertThat(api.get(SUPPRESSIONS).body().path("items"))
        .singleElement()
        .extracting(item -> item.path("value").asText())
        .isEqualTo(kept);
    assertThat(api.post(SUPPRESSIONS + "/remove", entry + "}").status()).isEqualTo(200);
    assertThat(api.get(SUPPRESSIONS).body().path("items")).isEmpty();
  }

  @Test
  void shouldRefuseWhatCanBeNobodyAndLiftWhatWasKeptOfIt() {
    String entry = "{\"kind\": \"handle\", \"value\": \"instagram:ada!\"";
    RunningApi.Answer added = api.post(SUPPRESSIONS, entry + ", \"reason\": \"asked\"}");
    assertThat(added.status()).isEqualTo(400);
    assertThat(added.raw().body()).contains("value", "instagram:ada").doesNotContain("ada!");
    assertThat(api.post(SUPPRESSIONS + "/remove", entry + "}").status()).isEqualTo(400);

    postgres.execute(
        "SELECT social_send_suppress('default', 'HANDLE', 'instagram:ada!', 'X', 'asked', now())");

    assertThat(api.post(SUPPRESSIONS + "/remove", entry + "}").status()).isEqualTo(200);
    assertThat(api.get(SUPPRESSIONS).body().path("items")).isEmpty();
  }

  private List<RefusedPerson> told() {
    return api.log().published().stream()
        .filter(RefusedPerson.class::isInstance)
        .map(RefusedPerson.class::cast)
        .toList();
  }
}
