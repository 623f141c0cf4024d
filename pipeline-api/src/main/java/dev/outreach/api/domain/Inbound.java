package dev.outreach.api.domain;

import java.util.Optional;

/** What a message in a conversation is; only a reply and an opt-out stop the pipeline. */
public enum Inbound {
  /** Written by the person. */
  REPLY,
  /** Written by the person's out-of-office robot. */
  AUTOMATIC,
  /** Our own message coming back. */
  ECHO,
  /** The person wants no more messages. */
  OPT_OUT;

  /**
   * Tells what a message of the person is, by its words alone. In doubt it is a reply: that stops
   * the pipeline and a person looks at it.
   *
   * @param text empty where the message has none, such as a picture
   */
  public static Inbound ofPerson(Optional<String> text) {
    String plain = text.map(Phrases::plain).orElse("");
    if (Phrases.isOptOut(plain)) {
      return OPT_OUT;
    }
    return Phrases.isAutomatic(plain) ? AUTOMATIC : REPLY;
  }
}
