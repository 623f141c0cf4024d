package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.schemas.identity.DerivedId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same person on two platforms is two profiles and a suggestion. */
class LinksIT {

  @Test
  void shouldSuggestWhoMayBeTheSamePersonAndSayWhy() {
    try (TestPostgres postgres = TestPostgres.migrated();
        RunningApi api = new RunningApi(postgres.dataSource(), Map.of())) {
      api.awaitUp();
      person(postgres, "instagram", "ada", "'Ada Baker', 'tiktok.com/@ada.bakes', null, false");
      person(postgres, "facebook", "ada", "'Ada Baker', null, null, false");
      person(postgres, "tiktok", "ada.bakes", "null, null, null, false");
      person(postgres, "tiktok", "ada", "'Ada Stranger', null, null, false");
      person(postgres, "linkedin", "ada", "null, null, null, true");

      JsonNode links = links(api, "instagram", "ada").path("items");

      assertThat(links).hasSize(2);
      assertThat(links)
          .anySatisfy(
              link -> {
                assertThat(link.path("username").asText()).isEqualTo("ada.bakes");
                assertThat(link.path("evidence").toString()).isEqualTo("[\"NAMES_THE_OTHER\"]");
              })
          .anySatisfy(
              link -> {
                assertThat(link.path("platform").asText()).isEqualTo("facebook");
                assertThat(link.path("evidence").toString())
                    .isEqualTo("[\"SAME_HANDLE\",\"SAME_NAME\"]");
              });
      assertThat(links(api, "linkedin", "ada").path("items")).isEmpty();
      // A handle on Instagram, and an address on the sites of others.
      person(postgres, "instagram", "m.me", "null, null, null, false");
      assertThat(links(api, "instagram", "m.me").path("items")).isEmpty();
      assertThat(api.get(path("instagram", "nobody")).status()).isEqualTo(404);
    }
  }

  private static JsonNode links(RunningApi api, String platform, String handle) {
    RunningApi.Answer answer = api.get(path(platform, handle));
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static String path(String platform, String handle) {
    return "/api/social/profiles/" + DerivedId.profile("default", platform, handle) + "/links";
  }

  private static void person(TestPostgres postgres, String platform, String handle, String traits) {
    postgres.execute(
        """
        INSERT INTO social_profile (profile_id, generation, kafka_partition, workspace_id, platform,
          username, full_name, bio, website, erased, source, collected_at, discovery_status,
          outreach_status, follow_ups_sent, follow_ups_left, version, discovered_at, updated_at)
        VALUES ('%s', 1, 0, 'default', '%s', '%s', %s, 'file', now(), 'discovered', 'not_started',
          0, 2, 1, now(), now())
        """
            .formatted(DerivedId.profile("default", platform, handle), platform, handle, traits));
  }
}
