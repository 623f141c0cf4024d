package dev.outreach.platforms.linkedin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.platforms.transport.HmacSignature;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkedInWebhookTest {

  private final Webhook webhook =
      new LinkedInWebhook(LinkedInFixture.settings(URI.create("https://api.linkedin.com")));

  @Test
  void shouldAnswerTheChallenge() {
    String response = HmacSignature.hex(LinkedInFixture.CLIENT_SECRET, "890e4665".getBytes(UTF_8));

    assertThat(webhook.handshake(Map.of("challengeCode", "890e4665")))
        .isEqualTo(
            new Handshake.Accepted(
                "application/json",
                "{\"challengeCode\":\"890e4665\",\"challengeResponse\":\"" + response + "\"}"));
    assertThat(webhook.handshake(Map.of())).isInstanceOf(Handshake.Refused.class);
    assertThat(webhook.handshake(Map.of("challengeCode", "hmacsha256={}")))
        .as("a delivery that would be signed by asking")
        .isInstanceOf(Handshake.Refused.class);
  }

  @Test
  void shouldCheckTheSignatureOverThePrefixedBody() {
    byte[] body = "{\"notifications\":[]}".getBytes(UTF_8);
    String signature =
        HmacSignature.hex(
            LinkedInFixture.CLIENT_SECRET, "hmacsha256={\"notifications\":[]}".getBytes(UTF_8));

    assertThat(webhook.verify(body, Map.of("x-li-signature", signature)))
        .isEqualTo(new SignatureCheck.Valid(0));
    assertThat(webhook.verify(body, Map.of())).isInstanceOf(SignatureCheck.Invalid.class);
  }

  @Test
  void shouldReadActionsOnOurPages() {
    String body =
        """
        {"type":"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS","notifications":[{"notificationId":1,
         "organizationalEntity":"urn:li:organization:1","action":"COMMENT",
         "generatedActivity":"urn:li:comment:2","lastModifiedAt":1700000000000}]}
        """;

    assertThat(webhook.parse(body.getBytes(UTF_8)))
        .isEqualTo(
            new ParsedWebhook.Events(
                List.of(
                    new InboundEvent.Other(
                        "urn:li:organization:1",
                        "urn:li:comment:2",
                        "COMMENT",
                        Instant.ofEpochMilli(1_700_000_000_000L)))));
    assertThat(webhook.parse("[]".getBytes(UTF_8))).isInstanceOf(ParsedWebhook.Unreadable.class);
  }
}
