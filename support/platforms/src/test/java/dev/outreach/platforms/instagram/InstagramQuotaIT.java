package dev.outreach.platforms.instagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Effort;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.platforms.meta.MetaSettings;
import dev.outreach.platforms.meta.MetaWebhookSettings;
import dev.outreach.platforms.quota.MemoryBook;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Reach;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Instagram allows, kept by our own count so that Instagram need not refuse. */
class InstagramQuotaIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpTransport transport = new HttpTransport(new HttpTimeouts(PATIENCE, PATIENCE));
  @TempDir private Path folder;
  private SandboxFixture sandbox;
  private Discovery discovery;

  @BeforeEach
  void start() {
    sandbox =
        new SandboxFixture(
            folder, settings -> settings.with(settings.instagram().withRates(200, 100)));
    Secret secret = new Secret("not-used-here");
    discovery =
        new Instagram(
                InstagramSettings.usual(
                    MetaSettings.at(sandbox.platformUri("instagram")),
                    "17841405309211844",
                    new MetaWebhookSettings(List.of(secret), secret)),
                AccessTokens.fixed(new Secret("ig-sandbox-token")),
                new Reach(transport, sandbox.clock(), new MemoryBook(sandbox.clock())))
            .discovery();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    transport.close();
  }

  @Test
  void shouldAskForThirtyHashtagsInSevenDaysAndNotForTheNextOne() {
    for (int tag = 0; tag < 30; tag++) {
      discovery.search(tag(tag), Optional.empty());
    }
    discovery.search(tag(7), Optional.empty());

    PlatformException refused =
        catchThrowableOfType(
            PlatformException.class, () -> discovery.search(tag(30), Optional.empty()));

    PlatformFailure.RateLimit limit = (PlatformFailure.RateLimit) refused.failure();
    assertThat(limit.limit().orElseThrow()).startsWith("30 different hashtags in seven days");
    assertThat(limit.retryAfter().orElseThrow())
        .isBetween(Duration.ofDays(7).minusMinutes(5), Duration.ofDays(7).plusMinutes(2));
    assertThat(sandbox.get("/sandbox/ledger/requests").path("counts").toString())
        .doesNotContain(".400");
    sandbox.advance(limit.retryAfter().orElseThrow());
    discovery.search(tag(30), Optional.empty());
  }

  @Test
  void shouldEstimateWithoutTheHashtagsThatAreFree() {
    discovery.search(tag(1), Optional.empty());
    discovery.search(tag(2), Optional.empty());

    Effort.Allowance allowance =
        discovery
            .effort(new SearchCriteria(List.of(), List.of(), List.of("tag1", "tag2", "new")))
            .search()
            .allowance()
            .orElseThrow();

    assertThat(allowance.needed()).hasValue(1);
    assertThat(allowance.left()).hasValue(28);
  }

  @Test
  void shouldStopBeforeTheAllowanceThatTheHeadersTellIsUsedUp() {
    PlatformException refused =
        catchThrowableOfType(
            PlatformException.class,
            () -> IntStream.range(0, 500).forEach(_ -> discovery.search(tag(1), Optional.empty())));

    PlatformFailure.RateLimit limit = (PlatformFailure.RateLimit) refused.failure();
    assertThat(limit.limit().orElseThrow()).contains("percent of its calls are used");
    assertThat(sandbox.get("/sandbox/ledger/requests").path("counts").toString())
        .doesNotContain(".400")
        .doesNotContain(".403");
    sandbox.advance(Duration.ofHours(1));
    discovery.search(tag(1), Optional.empty());
  }

  private static SearchCriteria tag(int number) {
    return new SearchCriteria(List.of(), List.of(), List.of("tag" + number));
  }
}
