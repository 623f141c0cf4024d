package dev.outreach.platforms.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.DeliveryClass;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.OutboundMessage;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Purpose;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.SentLookup;
import dev.outreach.platforms.transport.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Conversations in the session of the connected person. On LinkedIn the first message to somebody
 * who is no connection goes out as the note of an invitation: only LinkedIn's refusal of the
 * message tells that they are none. See developer.unipile.com/docs/provider-limits-and-restrictions
 * for the length of notes.
 */
final class UnipileMessaging implements Messaging {

  private static final int PAGES_READ = 10;
  private static final Duration TRY_AGAIN_AFTER = Duration.ofDays(1);

  private final UnipileApi api;
  private final Dialect dialect;
  private final UnipileSettings settings;

  UnipileMessaging(UnipileApi api, Dialect dialect, UnipileSettings settings) {
    this.api = api;
    this.dialect = dialect;
    this.settings = settings;
  }

  @Override
  public Platform platform() {
    return settings.platform();
  }

  @Override
  public DeliveryClass deliveryClass() {
    return DeliveryClass.QUERYABLE;
  }

  @Override
  public MessageLimit limit() {
    return settings.limit();
  }

  @Override
  public SendOutcome send(OutboundMessage message, BeforeWrite beforeWrite) {
    return switch (api.send(dialect.message(message), beforeWrite)) {
      case SendOutcome.Sent(var id, var thread) ->
          new SendOutcome.Sent(id, thread.or(() -> message.threadId()));
      case SendOutcome.ProvedNotExecuted refused when isToBeInvited(refused) ->
          message.purpose() == Purpose.FIRST_CONTACT ? invite(message) : notYet(refused);
      case SendOutcome.ProvedNotExecuted refused -> refused;
      case SendOutcome.MayHaveBeenSent unclear -> unclear;
    };
  }

  private boolean isToBeInvited(SendOutcome.ProvedNotExecuted refused) {
    return platform() == Platform.LINKEDIN && UnipileErrors.isUnconnected(refused.failure());
  }

  /** The refused call was the write that is marked already; this is the same message's next. */
  private SendOutcome invite(OutboundMessage message) {
    if (!settings.inviteNote().allows(message.text())) {
      return SendOutcome.ProvedNotExecuted.because(
          new PlatformFailure.Invalid(ErrorCode.noAnswer("too_long_for_an_invitation")));
    }
    return api.invite(dialect.invitation(message), () -> {});
  }

  /** The invitation may be accepted one day, and until then nothing else reaches the person. */
  private static SendOutcome notYet(SendOutcome.ProvedNotExecuted refused) {
    return new SendOutcome.ProvedNotExecuted(
        new PlatformFailure.RecipientUnreachable(refused.failure().code()),
        true,
        Optional.of(TRY_AGAIN_AFTER));
  }

  @Override
  public SentLookup findSent(String recipient, String text, Instant since) {
    Instant from = since.truncatedTo(ChronoUnit.SECONDS);
    try {
      Optional<String> chat = chatWith(recipient, from);
      SentLookup said = chat.isEmpty() ? new SentLookup.Absent(true) : find(chat.get(), text, from);
      boolean mayBeInvited = platform() == Platform.LINKEDIN && said instanceof SentLookup.Absent;
      return mayBeInvited ? findInvitation(recipient, text, from).orElse(said) : said;
    } catch (PlatformException refused) {
      return new SentLookup.Unreadable(refused.failure());
    }
  }

  /** Nobody has a conversation with somebody the account never wrote to. */
  private Optional<String> chatWith(String recipient, Instant from) {
    try {
      return dialect.chatWith(recipient, api.get(dialect.chats(recipient, from)));
    } catch (PlatformException refused) {
      if (refused.failure() instanceof PlatformFailure.NotFound) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private Optional<SentLookup> findInvitation(String recipient, String text, Instant since) {
    Optional<String> cursor = Optional.of("");
    for (int page = 0; page < PAGES_READ && cursor.isPresent(); page++) {
      JsonNode answer = api.get(dialect.invitations(cursor.get()));
      for (JsonNode entry : dialect.items(answer)) {
        Optional<SentLookup> found =
            dialect
                .invitation(entry)
                .filter(sent -> sent.personId().equals(recipient) && sent.note().equals(text))
                .map(sent -> new SentLookup.Found(sent.id(), "", sent.sentAt().orElse(since)));
        if (found.isPresent()) {
          return found;
        }
      }
      cursor = dialect.next(answer);
    }
    return Optional.empty();
  }

  private SentLookup find(String chat, String text, Instant since) {
    String cursor = "";
    for (int page = 0; page < PAGES_READ; page++) {
      JsonNode answer = api.get(dialect.messages(chat, since, cursor));
      for (JsonNode message : dialect.items(answer)) {
        Instant at = UnipileReader.time(Json.text(message, "timestamp")).orElse(Instant.MAX);
        if (at.isBefore(since)) {
          return new SentLookup.Absent(true);
        }
        if (isOurs(message) && text.equals(message.path("text").asText())) {
          return new SentLookup.Found(message.path("id").asText(), chat, at);
        }
      }
      Optional<String> next = dialect.next(answer);
      if (next.isEmpty()) {
        return new SentLookup.Absent(true);
      }
      cursor = next.get();
    }
    return new SentLookup.Absent(false);
  }

  /** Version 1 says 1, version 2 says true. */
  private static boolean isOurs(JsonNode message) {
    return message.path("is_sender").asBoolean();
  }
}
