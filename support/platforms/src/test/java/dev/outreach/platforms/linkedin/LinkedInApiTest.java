package dev.outreach.platforms.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkedInApiTest {

  private static final Secret TOKEN = new Secret("token");

  @Test
  void shouldTellOnlyASandboxThatAPersonClicked() {
    assertThat(headersFor("http://127.0.0.1:8090/linkedin"))
        .containsEntry(LinkedInApi.MEMBER_ACTION, "approved");
    assertThat(headersFor("https://api.linkedin.com"))
        .doesNotContainKey(LinkedInApi.MEMBER_ACTION)
        .containsEntry("Authorization", "Bearer token");
  }

  private static Map<String, String> headersFor(String base) {
    try (HttpTransport transport = new HttpTransport(HttpTimeouts.usual())) {
      return new LinkedInApi(
              LinkedInFixture.settings(URI.create(base)),
              AccessTokens.fixed(TOKEN),
              transport,
              new LinkedInErrors(Clock.systemUTC()))
          .headersOfMessage(TOKEN);
    }
  }
}
