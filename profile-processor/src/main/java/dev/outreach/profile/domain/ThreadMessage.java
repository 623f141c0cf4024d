package dev.outreach.profile.domain;

import java.time.Instant;

/**
 * One message of the conversation.
 *
 * @param ours whether we wrote it
 * @param text the words; personal data
 * @param at when it was sent or received
 */
public record ThreadMessage(boolean ours, String text, Instant at) {

  /** The same with so many characters at most. */
  ThreadMessage within(int characters) {
    if (text.length() <= characters) {
      return this;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(characters - 1));
    return new ThreadMessage(ours, text.substring(0, splitsPair ? characters - 1 : characters), at);
  }
}
