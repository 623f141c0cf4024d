package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Order.MessageKind;
import java.time.Duration;
import java.util.Optional;

/**
 * At most so many in any window of that length.
 *
 * @param most 1 to 5000
 * @param within longer than nothing
 * @param only the one kind of message that counts; empty where all do
 */
public record Cap(int most, Duration within, Optional<MessageKind> only) {

  private static final int LARGEST = 5_000;

  public Cap {
    if (most < 1 || most > LARGEST) {
      throw new IllegalArgumentException(
          "most is " + most + ": use 1 to " + LARGEST + ", or no cap");
    }
    if (!within.isPositive()) {
      throw new IllegalArgumentException("within is not positive: use for example 24h");
    }
  }

  /** A cap on messages of every kind. */
  public Cap(int most, Duration within) {
    this(most, within, Optional.empty());
  }

  boolean counts(MessageKind kind) {
    return only.isEmpty() || only.get() == kind;
  }

  /** For people: {@code 20 in 24h}, {@code 5 first messages in 24h}. */
  public String text() {
    return text(most);
  }

  String text(int allowed) {
    String length =
        within.toHours() > 0 && within.equals(Duration.ofHours(within.toHours()))
            ? within.toHours() + "h"
            : within.toSeconds() + "s";
    return allowed + only.map(Cap::plural).orElse("") + " in " + length;
  }

  private static String plural(MessageKind kind) {
    return switch (kind) {
      case INITIAL -> " first messages";
      case FOLLOW_UP -> " follow-ups";
    };
  }
}
