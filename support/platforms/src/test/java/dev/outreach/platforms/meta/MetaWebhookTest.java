package dev.outreach.platforms.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.InboundEvent.Party;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SeededRandom;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.transport.HmacSignature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class MetaWebhookTest {

  private static final Secret OLD = new Secret("the-old-secret");
  private static final Secret NEW = new Secret("the-new-secret");

  private final MetaWebhook webhook =
      new MetaWebhook(new MetaWebhookSettings(List.of(OLD, NEW), new Secret("verify-me")));

  @Test
  void shouldAnswerTheHandshakeWithTheChallenge() {
    assertThat(
            webhook.handshake(
                Map.of(
                    "hub.mode",
                    "subscribe",
                    "hub.verify_token",
                    "verify-me",
                    "hub.challenge",
                    "1158201444")))
        .isEqualTo(new Handshake.Accepted("text/plain", "1158201444"));
  }

  @Test
  void shouldRefuseAHandshakeWithAnotherToken() {
    assertThat(webhook.handshake(Map.of("hub.mode", "subscribe", "hub.verify_token", "guess")))
        .isInstanceOf(Handshake.Refused.class);
    assertThat(webhook.handshake(Map.of())).isInstanceOf(Handshake.Refused.class);
  }

  @Test
  void shouldAcceptBothSecretsAndNothingElse() {
    RandomGenerator random = SeededRandom.create("MetaWebhookTest");
    for (int run = 0; run < 500; run++) {
      byte[] body = new byte[1 + random.nextInt(300)];
      random.nextBytes(body);
      byte[] changed = body.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));

      assertThat(webhook.verify(body, signed(OLD, body))).isEqualTo(new SignatureCheck.Valid(0));
      assertThat(webhook.verify(body, signed(NEW, body))).isEqualTo(new SignatureCheck.Valid(1));
      assertThat(webhook.verify(changed, signed(NEW, body)))
          .isInstanceOf(SignatureCheck.Invalid.class);
      assertThat(webhook.verify(body, signed(new Secret("other"), body)))
          .isInstanceOf(SignatureCheck.Invalid.class);
    }
  }

  @Test
  void shouldRefuseABodyWithoutSignature() {
    assertThat(webhook.verify("{}".getBytes(UTF_8), Map.of()))
        .isInstanceOf(SignatureCheck.Invalid.class);
  }

  @Test
  void shouldReadEveryEventOfABatch() {
    String body =
        """
        {"object":"page","entry":[{"id":"77","time":1700000000000,"messaging":[
          {"sender":{"id":"9"},"recipient":{"id":"77"},"timestamp":1700000001000,
           "message":{"mid":"m_1","text":"Gr\\u00fc\\u00dfe \\ud83d\\ude42"}},
          {"sender":{"id":"77"},"recipient":{"id":"9"},"timestamp":1700000002000,
           "message":{"mid":"m_2","text":"Ours","is_echo":true}},
          {"sender":{"id":"9"},"recipient":{"id":"77"},"timestamp":1700000003000,
           "message":{"mid":"m_3","attachments":[{"type":"image"}]}},
          {"sender":{"id":"9"},"recipient":{"id":"77"},"timestamp":1700000004000,
           "delivery":{"mids":["m_2"],"watermark":1700000003500}},
          {"sender":{"id":"9"},"recipient":{"id":"77"},"timestamp":1700000005000,"read":{"watermark":1700000004500}},
          {"sender":{"id":"9"},"recipient":{"id":"77"},"timestamp":1700000006000,"reaction":{"mid":"m_2"}},
          {"sender":{"id":"9"},"recipient":{"id":"77"},"timestamp":1700000007000,"brand_new":{}}
        ]}]}
        """;

    assertThat(MetaWebhookBody.parse(body.getBytes(UTF_8), "page"))
        .isEqualTo(
            new ParsedWebhook.Events(
                List.of(
                    new InboundEvent.MessageReceived(
                        "77",
                        Party.at("9"),
                        Optional.empty(),
                        "m_1",
                        Optional.of("Grüße 🙂"),
                        at(1000)),
                    new InboundEvent.Echo(
                        "77",
                        Party.at("9"),
                        Optional.empty(),
                        "m_2",
                        Optional.of("Ours"),
                        at(2000)),
                    new InboundEvent.MessageReceived(
                        "77", Party.at("9"), Optional.empty(), "m_3", Optional.empty(), at(3000)),
                    new InboundEvent.Delivery("77", "9", List.of("m_2"), at(3500), at(4000)),
                    new InboundEvent.Read("77", "9", Optional.empty(), at(4500), at(5000)),
                    new InboundEvent.Other("77", "9", "reaction", at(6000)),
                    new InboundEvent.Other("77", "9", "unknown", at(7000)))));
  }

  @Test
  void shouldSayWhatIsWrongWithAForeignBody() {
    assertThat(MetaWebhookBody.parse("[]".getBytes(UTF_8), "page"))
        .isInstanceOf(ParsedWebhook.Unreadable.class);
    assertThat(MetaWebhookBody.parse("{\"object\":\"instagram\"}".getBytes(UTF_8), "page"))
        .isEqualTo(new ParsedWebhook.Unreadable("object is not page"));
  }

  @Test
  void shouldTakeOneOrTwoSecrets() {
    Secret token = new Secret("x");

    assertThatThrownBy(() -> new MetaWebhookSettings(List.of(), token))
        .hasMessageStartingWith("secrets");
    assertThatThrownBy(() -> new MetaWebhookSettings(List.of(OLD, NEW, OLD), token))
        .hasMessageStartingWith("secrets");
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(1_700_000_000_000L + millis);
  }

  private static Map<String, String> signed(Secret secret, byte[] body) {
    return Map.of("x-hub-signature-256", "sha256=" + HmacSignature.hex(secret, body));
  }
}
