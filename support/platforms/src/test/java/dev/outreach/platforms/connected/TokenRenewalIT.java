package dev.outreach.platforms.connected;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.sandbox.facebook.FacebookSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.linkedin.LinkedInSettings;
import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that end in the middle of the work, on every platform that renews them. */
class TokenRenewalIT {

  private static final SearchCriteria CRITERIA =
      new SearchCriteria(List.of(), List.of("US"), List.of("coffee", "ceramics"));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Platform.class)
  void shouldGoOnWithARenewedTokenInTheMiddleOfASearchAndOfLookups(Platform platform) {
    try (SandboxFixture sandbox = new SandboxFixture(folder, settings -> settings);
        ConnectedPlatforms platforms = connected(platform, sandbox)) {
      Discovery discovery = platforms.of(platform).orElseThrow().discovery().orElseThrow();
      SearchPage first = discovery.search(CRITERIA, Optional.empty());
      long before = renewals(sandbox, platform);
      sandbox.fault(name(platform), "*", "token_expired");

      SearchPage second = discovery.search(CRITERIA, first.nextCursor());

      assertThat(renewals(sandbox, platform)).isEqualTo(before + 1);
      assertThat(second.usage()).isNotNull();
      sandbox.advance(Duration.ofHours(2));
      String somebody = existing(platform, sandbox);
      sandbox.fault(name(platform), "*", "token_expired");
      assertThat(discovery.enrich(List.of(somebody)).results())
          .singleElement()
          .isInstanceOf(Enrichment.Enriched.class);
      assertThat(renewals(sandbox, platform)).isEqualTo(before + 2);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"INSTAGRAM", "FACEBOOK"})
  void shouldRenewBeforeTheTokenEndsWhereAnEndedOneCannotBeRenewed(Platform platform) {
    try (SandboxFixture sandbox = new SandboxFixture(folder, settings -> settings);
        ConnectedPlatforms platforms = connected(platform, sandbox)) {
      Discovery discovery = platforms.of(platform).orElseThrow().discovery().orElseThrow();
      discovery.search(CRITERIA, Optional.empty());
      discovery.search(CRITERIA, Optional.empty());
      assertThat(renewals(sandbox, platform)).isEqualTo(1);

      sandbox.advance(Duration.ofDays(60));
      discovery.search(CRITERIA, Optional.empty());

      assertThat(renewals(sandbox, platform)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void shouldSendWithTheRenewedTokenNextAndBlameTheAccountWhereThatIsRefusedToo(Platform platform) {
    try (SandboxFixture sandbox = new SandboxFixture(folder, settings -> settings);
        ConnectedPlatforms platforms = connected(platform, sandbox)) {
      Messaging messaging = platforms.of(platform).orElseThrow().messaging().orElseThrow();
      OutboundMessage message =
          new OutboundMessage(
              "Hello Ada",
              sandbox.personWhoWrote(name(platform), "ada.bakes"),
              Optional.empty(),
              platform == Platform.LINKEDIN ? Purpose.MEMBER_ACTION : Purpose.RESPONSE,
              "key");

      sandbox.fault(name(platform), "send_message", "token_expired");
      assertThat(failure(messaging, message)).isInstanceOf(PlatformFailure.Transient.class);
      sandbox.fault(name(platform), "send_message", "token_expired");
      assertThat(failure(messaging, message)).isInstanceOf(PlatformFailure.Auth.class);

      assertThat(sandbox.messages()).isEmpty();
      assertThat(messaging.send(message, () -> {})).isInstanceOf(SendOutcome.Sent.class);
    }
  }

  private static PlatformFailure failure(Messaging messaging, OutboundMessage message) {
    SendOutcome.ProvedNotExecuted refused =
        (SendOutcome.ProvedNotExecuted) messaging.send(message, () -> {});
    assertThat(refused.retryable()).isTrue();
    return refused.failure();
  }

  /** LinkedIn's simulator knows organisations, which are named by what they are about. */
  private static String existing(Platform platform, SandboxFixture sandbox) {
    if (platform == Platform.LINKEDIN) {
      return "ceramics";
    }
    sandbox.post(
        "/sandbox/" + name(platform) + "/people", "{\"people\":[{\"username\":\"blue.kiln\"}]}");
    return "blue.kiln";
  }

  private static ConnectedPlatforms connected(Platform platform, SandboxFixture sandbox) {
    Map<String, String> settings = settings(platform, sandbox);
    return ConnectedPlatforms.of(key -> Optional.ofNullable(settings.get(key)), sandbox.clock());
  }

  private static long renewals(SandboxFixture sandbox, Platform platform) {
    JsonNode counts = sandbox.get("/sandbox/ledger/requests").path("counts");
    return counts.path(name(platform) + ".refresh_token.200").asLong();
  }

  private static Map<String, String> settings(Platform platform, SandboxFixture sandbox) {
    String prefix = "OUTREACH_" + platform + "_";
    Map<String, String> settings = new HashMap<>();
    settings.put(prefix + "BASE_URL", sandbox.platformUri(name(platform)).toString());
    settings.put(prefix + "APP_ID", "app");
    settings.put(prefix + "APP_SECRET", "secret");
    switch (platform) {
      case INSTAGRAM -> graph(prefix, InstagramSettings.defaults().accounts().getFirst(), settings);
      case FACEBOOK -> graph(prefix, FacebookSettings.defaults().pages().getFirst(), settings);
      case TIKTOK -> {
        TikTokSettings account = TikTokSettings.defaults();
        settings.put(prefix + "TOKEN", account.token());
        settings.put(prefix + "ACCOUNT_ID", account.businessId());
        settings.put(prefix + "MARKETPLACE_ID", account.marketplaceId());
        settings.put(prefix + "REFRESH_TOKEN", account.refreshToken());
      }
      case LINKEDIN -> {
        LinkedInSettings account = LinkedInSettings.defaults();
        settings.put(prefix + "TOKEN", account.token());
        settings.put(prefix + "ACCOUNT_ID", account.memberUrn());
        settings.put(prefix + "REFRESH_TOKEN", account.refreshToken());
        settings.put(prefix + "MESSAGES", "true");
        settings.put(prefix + "OAUTH_URL", sandbox.platformUri("linkedin").toString());
      }
    }
    return settings;
  }

  private static void graph(String prefix, GraphAccount account, Map<String, String> settings) {
    settings.put(prefix + "TOKEN", account.token());
    settings.put(prefix + "ACCOUNT_ID", account.id());
    settings.put(prefix + "VERIFY_TOKEN", "verify-me");
  }

  private static String name(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
