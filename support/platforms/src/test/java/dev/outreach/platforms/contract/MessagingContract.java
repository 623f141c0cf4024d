package dev.outreach.platforms.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Messaging} must do, run against its simulator. The simulator's ledger is the
 * only witness.
 */
public abstract class MessagingContract {

  private static final String TEXT =
      "Hello Mara, your glazes are lovely – may I tell you about an idea?";

  /** The adapter under test, talking to {@link #platform()} of the sandbox. */
  protected abstract Messaging messaging();

  /** The same adapter, talking to an address where nobody listens. */
  protected abstract Messaging messagingAt(URI nowhere);

  protected abstract SandboxFixture sandbox();

  /** The platform's name in the sandbox. */
  protected abstract String platform();

  /** The address of a person who wrote just now. */
  protected abstract String recipient();

  @Test
  void shouldSendExactlyWhatItWasGivenOnce() {
    String recipient = recipient();

    SendOutcome outcome = send(recipient, TEXT);

    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    JsonNode accepted = onlyMessage();
    assertThat(accepted.path("text").asText()).isEqualTo(TEXT);
    assertThat(accepted.path("address").asText()).isEqualTo(recipient);
    assertThat(accepted.path("message_id").asText())
        .isEqualTo(((SendOutcome.Sent) outcome).platformMessageId());
  }

  @Test
  void shouldRunTheCallbackOnceBeforeTheMessageArrives() {
    String recipient = recipient();
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger messagesSeen = new AtomicInteger(-1);

    messaging()
        .send(
            message(recipient, TEXT),
            () -> {
              calls.incrementAndGet();
              messagesSeen.set(sandbox().messages().size());
            });

    assertThat(calls).hasValue(1);
    assertThat(messagesSeen).hasValue(0);
  }

  @Test
  void shouldSendNothingWhenTheCallbackThrows() {
    SendOutcome outcome =
        messaging()
            .send(
                message(recipient(), TEXT),
                () -> {
                  throw new IllegalStateException("the claim is lost");
                });

    assertThat(outcome).isInstanceOf(SendOutcome.ProvedNotExecuted.class);
    assertThat(sandbox().messages()).isEmpty();
  }

  @Test
  void shouldProveThatNothingWasSentWhereNobodyListens() {
    AtomicInteger calls = new AtomicInteger();

    SendOutcome outcome =
        messagingAt(SandboxFixture.nobodyListens())
            .send(message("1234567890123456", TEXT), calls::incrementAndGet);

    assertThat(outcome).isInstanceOf(SendOutcome.ProvedNotExecuted.class);
    assertThat(((SendOutcome.ProvedNotExecuted) outcome).retryable()).isTrue();
    assertThat(calls).hasValue(0);
  }

  @Test
  void shouldTakeARateLimitAsRetryableProof() {
    String recipient = recipient();
    sandbox().fault(platform(), "send_message", "429");

    SendOutcome outcome = send(recipient, TEXT);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.ProvedNotExecuted.class,
            proved -> {
              assertThat(proved.failure()).isInstanceOf(PlatformFailure.RateLimit.class);
              assertThat(proved.retryable()).isTrue();
            });
    assertThat(sandbox().messages()).isEmpty();
  }

  @Test
  void shouldTakeAnExpiredTokenAsProof() {
    String recipient = recipient();
    sandbox().fault(platform(), "send_message", "token_expired");

    assertThat(send(recipient, TEXT))
        .isInstanceOfSatisfying(
            SendOutcome.ProvedNotExecuted.class,
            proved -> assertThat(proved.failure()).isInstanceOf(PlatformFailure.Auth.class));
  }

  @Test
  void shouldLeaveItOpenWhetherAMessageWasSentWhenTheAnswerIsLost() {
    for (String fault :
        new String[] {
          "timeout_after_accept", "cut_after_accept", "garbage", "error_after_accept", "cut", "5xx"
        }) {
      String recipient = recipient();
      sandbox().fault(platform(), "send_message", fault);

      SendOutcome outcome = send(recipient, TEXT + fault);

      assertThat(outcome).as(fault).isInstanceOf(SendOutcome.MayHaveBeenSent.class);
    }
    assertThat(sandbox().messages()).hasSize(4);
  }

  @Test
  void shouldFindWhatWasSentAlthoughTheAnswerWasLost() {
    if (messaging().deliveryClass() != DeliveryClass.QUERYABLE) {
      return;
    }
    String recipient = recipient();
    Instant since = sandbox().now();
    sandbox().fault(platform(), "send_message", "cut_after_accept");
    send(recipient, TEXT);

    SentLookup found = messaging().findSent(recipient, TEXT, since);
    SentLookup other = messaging().findSent(recipient, "Something never sent", since);

    assertThat(found)
        .isInstanceOfSatisfying(
            SentLookup.Found.class,
            sent -> {
              assertThat(sent.platformMessageId())
                  .isEqualTo(onlyMessage().path("message_id").asText());
              assertThat(sent.threadId()).isEqualTo(onlyMessage().path("thread_id").asText());
            });
    assertThat(other).isEqualTo(new SentLookup.Absent(true));
  }

  @Test
  void shouldSayWhenTheRecordCannotBeRead() {
    if (messaging().deliveryClass() != DeliveryClass.QUERYABLE) {
      return;
    }
    String recipient = recipient();
    sandbox().fault(platform(), "*", "5xx");

    assertThat(messaging().findSent(recipient, TEXT, sandbox().now()))
        .isInstanceOf(SentLookup.Unreadable.class);
  }

  protected final SendOutcome send(String recipient, String text) {
    return messaging().send(message(recipient, text), BEFORE_WRITE);
  }

  protected final JsonNode onlyMessage() {
    assertThat(sandbox().messages()).hasSize(1);
    return sandbox().messages().get(0);
  }

  /** Under which rule the messages of these tests go out. */
  protected Purpose purpose() {
    return Purpose.RESPONSE;
  }

  protected final OutboundMessage message(String recipient, String text) {
    return new OutboundMessage(
        text, recipient, Optional.empty(), purpose(), "key-" + text.hashCode());
  }

  private static final BeforeWrite BEFORE_WRITE = () -> {};
}
