package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Order.MessageKind;
import java.time.Instant;

/**
 * A place in the windows that is used.
 *
 * @param at when the message reached the platform at the latest
 */
public record Taken(Instant at, MessageKind kind) implements Comparable<Taken> {

  @Override
  public int compareTo(Taken other) {
    return at.compareTo(other.at);
  }
}
