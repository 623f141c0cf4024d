package dev.outreach.platforms.connected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.contract.SandboxFixture;
import dev.outreach.sandbox.facebook.FacebookSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading what was said, for what no webhook told. */
class ConversationsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"INSTAGRAM", "FACEBOOK", "TIKTOK"})
  void shouldTellBothSidesOfAConversationWithTheIdsOfTheMessages(Platform platform) {
    try (SandboxFixture sandbox = new SandboxFixture(folder, settings -> settings);
        ConnectedPlatforms platforms =
            ConnectedPlatforms.of(
                key -> Optional.ofNullable(settings(platform, sandbox).get(key)),
                sandbox.clock())) {
      Connection connection = platforms.of(platform).orElseThrow();
      String address = sandbox.personWhoWrote(name(platform), "ada.bakes");
      SendOutcome.Sent sent =
          (SendOutcome.Sent)
              connection
                  .messaging()
                  .orElseThrow()
                  .send(
                      new OutboundMessage(
                          "Hello Ada", address, Optional.empty(), Purpose.RESPONSE, "key"),
                      () -> {});

      List<InboundEvent> said =
          connection
              .conversations()
              .orElseThrow()
              .since(sandbox.now().minus(Duration.ofMinutes(1)));

      assertThat(said)
          .hasSize(2)
          .allSatisfy(event -> assertThat(event.address()).isEqualTo(address))
          .anySatisfy(
              event ->
                  assertThat(event)
                      .isInstanceOfSatisfying(
                          InboundEvent.MessageReceived.class,
                          message -> assertThat(message.text()).contains("Hi")))
          .anySatisfy(
              event ->
                  assertThat(event)
                      .isInstanceOfSatisfying(
                          InboundEvent.Echo.class,
                          echo -> {
                            assertThat(echo.text()).contains("Hello Ada");
                            assertThat(echo.platformMessageId())
                                .isEqualTo(sent.platformMessageId());
                          }));
      assertThat(
              connection
                  .conversations()
                  .orElseThrow()
                  .since(sandbox.now().plus(Duration.ofMinutes(1))))
          .isEmpty();
    }
  }

  private static Map<String, String> settings(Platform platform, SandboxFixture sandbox) {
    return switch (platform) {
      case INSTAGRAM ->
          graph(platform, InstagramSettings.defaults().accounts().getFirst(), sandbox);
      case FACEBOOK -> graph(platform, FacebookSettings.defaults().pages().getFirst(), sandbox);
      case TIKTOK ->
          Map.of(
              "OUTREACH_TIKTOK_TOKEN", TikTokSettings.defaults().token(),
              "OUTREACH_TIKTOK_ACCOUNT_ID", TikTokSettings.defaults().businessId(),
              "OUTREACH_TIKTOK_BASE_URL", sandbox.platformUri("tiktok").toString(),
              "OUTREACH_TIKTOK_APP_SECRET", "secret");
      case LINKEDIN -> throw new IllegalArgumentException("LinkedIn shows no conversations");
    };
  }

  private static Map<String, String> graph(
      Platform platform, GraphAccount account, SandboxFixture sandbox) {
    String prefix = "OUTREACH_" + platform + "_";
    return Map.of(
        prefix + "TOKEN", account.token(),
        prefix + "ACCOUNT_ID", account.id(),
        prefix + "BASE_URL", sandbox.platformUri(name(platform)).toString(),
        prefix + "APP_SECRET", "secret",
        prefix + "VERIFY_TOKEN", "verify-me");
  }

  private static String name(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
