package dev.outreach.profile.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with a person on the platform.
 *
 * @param address the person's messaging address; personal data
 * @param threadId the platform's id of the conversation
 * @param windowOpenUntil until when the platform lets us answer
 * @param inboundIds the platform's ids of the latest {@value #REMEMBERED_IDS} messages reported to
 *     us, oldest first, so that none counts twice
 * @param history the latest {@value #REMEMBERED_MESSAGES} messages, oldest first
 * @param lastSent our last message, for what is reported of it; null before the first
 */
public record Conversation(
    @Nullable String address,
    @Nullable String threadId,
    @Nullable Instant windowOpenUntil,
    List<String> inboundIds,
    List<ThreadMessage> history,
    @Nullable LastSent lastSent) {

  /** Nobody has said anything. */
  public static final Conversation NONE =
      new Conversation(null, null, null, List.of(), List.of(), null);

  static final int REMEMBERED_IDS = 100;
  static final int REMEMBERED_MESSAGES = 50;

  /** Of each message; all of them together must stay far below what a record may hold. */
  static final int REMEMBERED_CHARACTERS = 2_000;

  public Conversation {
    inboundIds = List.copyOf(inboundIds);
    history = List.copyOf(history);
  }

  /** Whether the platform reported this message before. */
  boolean knows(Inbound inbound) {
    return inboundIds.contains(inbound.platformMessageId());
  }

  /** With what the report tells about the conversation, not its words. */
  Conversation noting(Inbound inbound) {
    return new Conversation(
        inbound.address() == null ? address : inbound.address(),
        inbound.threadId() == null ? threadId : inbound.threadId(),
        later(windowOpenUntil, inbound.windowOpenUntil()),
        appended(inboundIds, inbound.platformMessageId(), REMEMBERED_IDS),
        history,
        lastSent);
  }

  /** With what the report tells, words included. */
  Conversation hearing(Inbound inbound) {
    Conversation noted = noting(inbound);
    return inbound.text() == null
        ? noted
        : noted.adding(new ThreadMessage(false, inbound.text(), inbound.receivedAt()));
  }

  /** With a message of ours. */
  Conversation saying(String messageId, Delivery delivery, Instant at) {
    Conversation threaded =
        new Conversation(
            address,
            delivery.threadId() == null ? threadId : delivery.threadId(),
            windowOpenUntil,
            inboundIds,
            history,
            new LastSent(messageId, delivery.platformMessageId(), at, null, null));
    return delivery.sentText() == null
        ? threaded
        : threaded.adding(new ThreadMessage(true, delivery.sentText(), at));
  }

  /** With what was reported of our last message. */
  Conversation receipted(UnaryOperator<LastSent> report) {
    LastSent reported = lastSent == null ? null : report.apply(lastSent);
    return new Conversation(address, threadId, windowOpenUntil, inboundIds, history, reported);
  }

  private Conversation adding(ThreadMessage message) {
    List<ThreadMessage> longer =
        appended(history, message.within(REMEMBERED_CHARACTERS), REMEMBERED_MESSAGES);
    return new Conversation(address, threadId, windowOpenUntil, inboundIds, longer, lastSent);
  }

  private static @Nullable Instant later(@Nullable Instant known, @Nullable Instant reported) {
    if (known == null || reported == null) {
      return known == null ? reported : known;
    }
    return reported.isAfter(known) ? reported : known;
  }

  private static <T> List<T> appended(List<T> list, T last, int longest) {
    return Stream.concat(
            list.stream().skip(Math.max(0, list.size() + 1 - longest)), Stream.of(last))
        .toList();
  }
}
