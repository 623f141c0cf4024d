package dev.outreach.drafting.domain;

import dev.outreach.drafting.domain.LengthLimit.Unit;

/**
 * The limits of every network and kind of message.
 *
 * @param linkedInNote characters of an invitation note: 200 for a free account, 300 for a paid one
 * @param linkedInMessage characters of a message to a contact
 * @param instagramBytes bytes of a direct message; the platform takes 1000
 * @param messengerCharacters characters of a message; the platform takes 2000
 * @param tikTokCharacters characters of a message; the platform takes 6000
 */
public record LengthLimits(
    int linkedInNote,
    int linkedInMessage,
    int instagramBytes,
    int messengerCharacters,
    int tikTokCharacters) {

  /** What every account may send, and no more than people read. */
  public static LengthLimits standard() {
    return new LengthLimits(200, 1_000, 1_000, 2_000, 1_000);
  }

  /** The limit of one kind of message. */
  public LengthLimit of(Network network, MessageKind kind) {
    return switch (network) {
      case LINKEDIN ->
          new LengthLimit(
              kind == MessageKind.INITIAL ? linkedInNote : linkedInMessage, Unit.CHARACTERS);
      case INSTAGRAM -> new LengthLimit(instagramBytes, Unit.UTF8_BYTES);
      case FACEBOOK -> new LengthLimit(messengerCharacters, Unit.CHARACTERS);
      case TIKTOK -> new LengthLimit(tikTokCharacters, Unit.CHARACTERS);
    };
  }
}
