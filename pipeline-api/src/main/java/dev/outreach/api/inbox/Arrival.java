package dev.outreach.api.inbox;

import dev.outreach.schemas.identity.DerivedId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a platform reported of a conversation.
 *
 * @param id follows from what the platform calls it, so that a repetition is the same
 * @param origin in which conversation
 * @param messageIds the platform's ids of the messages it is about; of a message its own
 * @param text the words; empty where there are none
 * @param at the platform's time
 * @param upTo receipts: everything up to then
 * @param windowOpenUntil until when an answer is allowed
 */
public record Arrival(
    UUID id,
    Kind kind,
    Origin origin,
    List<String> messageIds,
    Optional<String> text,
    Instant at,
    Optional<Instant> upTo,
    Optional<Instant> windowOpenUntil) {

  public Arrival {
    messageIds = List.copyOf(messageIds);
  }

  /** What it is. */
  public enum Kind {
    /** The person wrote. */
    MESSAGE,
    /** A message of ours came back. */
    ECHO,
    /** Messages of ours reached the person's device. */
    DELIVERED,
    /** The person read messages of ours. */
    READ;

    /** Whether it tells words, ours or theirs. */
    boolean isMessage() {
      return this == MESSAGE || this == ECHO;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** How it came to us. */
  public enum Source {
    WEBHOOK,
    POLL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The conversation, as the platform names its parts.
   *
   * @param platform in lower case
   * @param accountId our account
   * @param address where the platform delivers messages to the person
   * @param username the person's handle, where told
   * @param threadId the conversation, where told
   */
  public record Origin(
      String workspace,
      String platform,
      String accountId,
      String address,
      Optional<String> username,
      Optional<String> threadId) {

    Origin named(String handle) {
      return new Origin(workspace, platform, accountId, address, Optional.of(handle), threadId);
    }

    /** The id a person of this handle has; empty where the handle is unknown or none. */
    Optional<UUID> handleId() {
      try {
        return username.map(
            handle -> UUID.fromString(DerivedId.profile(workspace, platform, handle)));
      } catch (IllegalArgumentException noHandle) {
        return Optional.empty();
      }
    }

    /** Leaves out who it is. */
    @Override
    public String toString() {
      return "Origin[" + platform + "]";
    }
  }

  Arrival named(String handle) {
    return new Arrival(id, kind, origin.named(handle), messageIds, text, at, upTo, windowOpenUntil);
  }

  /** Leaves the words out. */
  @Override
  public String toString() {
    return "Arrival[" + kind + " " + id + "]";
  }
}
