package dev.outreach.platforms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in a conversation with one of our accounts. Text and addresses are left
 * out of toString.
 */
public sealed interface InboundEvent {

  /** Our account on the platform. */
  String accountId();

  /** The platform's address of the person. */
  String address();

  Instant at();

  /**
   * The other side of a conversation.
   *
   * @param address where the platform delivers messages to this person
   * @param username the handle, where the event names it
   */
  record Party(String address, Optional<String> username) {

    /** Somebody of whom the event tells the address only. */
    public static Party at(String address) {
      return new Party(address, Optional.empty());
    }

    /** Leaves who it is out. */
    @Override
    public String toString() {
      return "Party";
    }
  }

  /**
   * The person wrote.
   *
   * @param text empty where the message has none, such as a picture
   */
  record MessageReceived(
      String accountId,
      Party party,
      Optional<String> threadId,
      String platformMessageId,
      Optional<String> text,
      Instant at)
      implements InboundEvent {

    @Override
    public String address() {
      return party.address();
    }

    @Override
    public String toString() {
      return "MessageReceived[" + platformMessageId + ", at=" + at + "]";
    }
  }

  /** A message of ours, sent by us or by a person in the platform's own app. */
  record Echo(
      String accountId,
      Party party,
      Optional<String> threadId,
      String platformMessageId,
      Optional<String> text,
      Instant at)
      implements InboundEvent {

    @Override
    public String address() {
      return party.address();
    }

    @Override
    public String toString() {
      return "Echo[" + platformMessageId + ", at=" + at + "]";
    }
  }

  /**
   * Messages of ours reached the person's device.
   *
   * @param platformMessageIds may be empty: then everything up to {@code upTo}
   */
  record Delivery(
      String accountId, String address, List<String> platformMessageIds, Instant upTo, Instant at)
      implements InboundEvent {

    public Delivery {
      platformMessageIds = List.copyOf(platformMessageIds);
    }

    @Override
    public String toString() {
      return "Delivery[at=" + at + "]";
    }
  }

  /**
   * The person read messages of ours.
   *
   * @param platformMessageId the newest one read; empty where only {@code upTo} is known
   */
  record Read(
      String accountId,
      String address,
      Optional<String> platformMessageId,
      Instant upTo,
      Instant at)
      implements InboundEvent {

    @Override
    public String toString() {
      return "Read[at=" + at + "]";
    }
  }

  /**
   * Something else.
   *
   * @param what the platform's name for it, such as {@code reaction}
   */
  record Other(String accountId, String address, String what, Instant at) implements InboundEvent {

    @Override
    public String toString() {
      return "Other[" + what + ", at=" + at + "]";
    }
  }
}
