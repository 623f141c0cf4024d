package dev.outreach.api.webhooks;

import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.InboundEvent;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import dev.outreach.schemas.ProfileCommand;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the webhooks of one platform. Thread-safe. */
public final class WebhookDesk {

  private static final Logger log = LoggerFactory.getLogger(WebhookDesk.class);

  private final String platform;
  private final Webhook webhook;
  private final Replies replies;
  private final Consumer<List<ProfileCommand>> publish;
  private final MeterRegistry meters;

  /** What the desk works with. */
  public record Setting(
      String workspace,
      Clock clock,
      Consumer<List<ProfileCommand>> publish,
      MeterRegistry meters) {}

  /** The desk of a platform, named in lower case. */
  public WebhookDesk(String platform, Webhook webhook, Setting setting) {
    this.platform = platform;
    this.webhook = webhook;
    this.replies =
        new Replies(setting.workspace(), platform, webhook.replyWindow(), setting.clock());
    this.publish = setting.publish();
    this.meters = setting.meters();
  }

  /** What became of a delivery. */
  public enum Taken {
    /** In the log, as far as it is of interest. */
    YES,
    /** The signature is missing or wrong. */
    NOT_SIGNED,
    /** Signed, but not what this platform sends. */
    UNREADABLE
  }

  /** Answers the handshake. */
  public Handshake handshake(Map<String, String> query) {
    return webhook.handshake(query);
  }

  /**
   * Takes a delivery; returns once everything of interest in it is in the log.
   *
   * @param headers names in lower case
   * @throws dev.outreach.platforms.PlatformException where the writer of a message cannot be looked
   *     up; the platform delivers again
   */
  public Taken take(byte[] rawBody, Map<String, String> headers) {
    Taken taken = read(rawBody, headers);
    meters.counter("outreach.webhooks", "platform", platform, "taken", taken.name()).increment();
    return taken;
  }

  private Taken read(byte[] rawBody, Map<String, String> headers) {
    if (webhook.verify(rawBody, headers) instanceof SignatureCheck.Invalid(String reason)) {
      log.warn("A webhook of {} is refused: {}", platform, reason);
      return Taken.NOT_SIGNED;
    }
    return switch (webhook.parse(rawBody)) {
      case ParsedWebhook.Events(List<InboundEvent> events) -> {
        publish.accept(commandsOf(events));
        yield Taken.YES;
      }
      case ParsedWebhook.Unreadable(String reason) -> {
        log.warn("A signed webhook of {} cannot be read: {}", platform, reason);
        yield Taken.UNREADABLE;
      }
    };
  }

  private List<ProfileCommand> commandsOf(List<InboundEvent> events) {
    List<ProfileCommand> commands = new ArrayList<>();
    for (InboundEvent event : events) {
      Replies.Message.of(event).flatMap(this::commandOf).ifPresent(commands::add);
    }
    return commands;
  }

  private Optional<ProfileCommand> commandOf(Replies.Message message) {
    InboundEvent.Party party = message.party();
    Optional<String> username = party.username().or(() -> webhook.usernameOf(party.address()));
    if (username.isEmpty()) {
      log.warn("The writer of a message on {} has no username: {}", platform, message.id());
      meters.counter("outreach.webhooks.nameless", "platform", platform).increment();
    }
    return username.map(name -> replies.command(message, name));
  }
}
