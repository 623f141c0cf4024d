package dev.outreach.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.HttpCall;
import dev.outreach.platforms.transport.HttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Sends through a {@link KeyedGate}, over the transport that the real adapters use. */
final class KeyedMessaging implements Messaging {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final MessageLimit LIMIT = new MessageLimit(2_000, MessageLimit.Unit.CHARACTERS);

  private final URI gate;
  private final HttpTransport transport;

  KeyedMessaging(URI gate, HttpTransport transport) {
    this.gate = gate;
    this.transport = transport;
  }

  @Override
  public Platform platform() {
    return Platform.FACEBOOK;
  }

  @Override
  public DeliveryClass deliveryClass() {
    return DeliveryClass.KEYED;
  }

  @Override
  public MessageLimit limit() {
    return LIMIT;
  }

  @Override
  public SendOutcome send(OutboundMessage message, BeforeWrite beforeWrite) {
    String body =
        JSON.createObjectNode()
            .put("recipient", message.recipient())
            .put("text", message.text())
            .toString();
    HttpCall call = HttpCall.post(gate, Map.of(KeyedGate.KEY, message.key()), body);
    return switch (transport.call(call, beforeWrite)) {
      case Exchange.Answered answer when answer.isSuccess() ->
          new SendOutcome.Sent(read(answer.body()).path("message_id").asText(), Optional.empty());
      case Exchange.Answered answer -> ambiguous("status " + answer.status());
      case Exchange.NeverWritten never ->
          SendOutcome.ProvedNotExecuted.because(
              new PlatformFailure.Transient(ErrorCode.noAnswer(never.cause())));
      case Exchange.Unanswered silence -> ambiguous(silence.cause());
    };
  }

  private static SendOutcome ambiguous(String cause) {
    return new SendOutcome.MayHaveBeenSent(
        new PlatformFailure.AmbiguousSend(ErrorCode.noAnswer(cause)));
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    return new SentLookup.Absent(false);
  }
}
