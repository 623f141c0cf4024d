package dev.outreach.api.webhooks;

import dev.outreach.api.inbox.Arrival;
import dev.outreach.api.inbox.Arrivals;
import dev.outreach.api.inbox.Inbox;
import dev.outreach.platforms.Handshake;
import dev.outreach.platforms.ParsedWebhook;
import dev.outreach.platforms.SignatureCheck;
import dev.outreach.platforms.Webhook;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the webhooks of one platform. Thread-safe. */
public final class WebhookDesk {

  private static final Logger log = LoggerFactory.getLogger(WebhookDesk.class);

  private final Webhook webhook;
  private final Arrivals arrivals;
  private final Inbox inbox;
  private final MeterRegistry meters;

  /** The desk of the platform whose events the arrivals are read from. */
  public WebhookDesk(Webhook webhook, Arrivals arrivals, Inbox inbox, MeterRegistry meters) {
    this.webhook = webhook;
    this.arrivals = arrivals;
    this.inbox = inbox;
    this.meters = meters;
  }

  /** What became of a delivery. */
  public enum Taken {
    /** Kept, as far as it is of interest. */
    YES,
    /** The signature is missing or wrong, or too old. */
    NOT_SIGNED,
    /** Signed, but not what this platform sends; kept as it came. */
    UNREADABLE
  }

  /** Answers the handshake. */
  public Handshake handshake(Map<String, String> query) {
    return webhook.handshake(query);
  }

  /**
   * Takes a delivery; returns once everything of interest in it is kept. It is worked on
   * afterwards.
   *
   * @param headers names in lower case
   * @throws dev.outreach.api.inbox.InboxUnavailable where it could not be kept; the platform
   *     delivers again
   */
  public Taken take(byte[] rawBody, Map<String, String> headers) {
    Taken taken = verified(rawBody, headers);
    meters
        .counter("outreach.webhooks", "platform", arrivals.platform(), "taken", taken.name())
        .increment();
    return taken;
  }

  private Taken verified(byte[] rawBody, Map<String, String> headers) {
    return switch (webhook.verify(rawBody, headers)) {
      case SignatureCheck.Invalid(String reason) -> {
        log.warn("A webhook of {} is refused: {}", arrivals.platform(), reason);
        yield Taken.NOT_SIGNED;
      }
      case SignatureCheck.Valid(int secretIndex) -> {
        countSecret(secretIndex);
        yield read(rawBody);
      }
    };
  }

  private Taken read(byte[] rawBody) {
    return switch (webhook.parse(rawBody)) {
      case ParsedWebhook.Events(var events) -> {
        inbox.accept(arrivals.of(events), Arrival.Source.WEBHOOK);
        yield Taken.YES;
      }
      case ParsedWebhook.Unreadable(String reason) -> {
        inbox.unreadable().keep(arrivals.platform(), rawBody, reason);
        log.warn("A signed webhook of {} is kept unread: {}", arrivals.platform(), reason);
        yield Taken.UNREADABLE;
      }
    };
  }

  /** While two secrets are active: when the old one is not used any more it can be taken away. */
  private void countSecret(int secretIndex) {
    meters
        .counter(
            "outreach.webhooks.signed",
            "platform",
            arrivals.platform(),
            "secret",
            Integer.toString(secretIndex))
        .increment();
  }
}
