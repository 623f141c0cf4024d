package dev.outreach.sending.audit;

import dev.outreach.sending.audit.Finding.Kind;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.ledger.AuditView.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ledger beside a platform's own record of what it accepted. */
final class Comparison {

  private static final Set<String> BY_SOFTWARE =
      Set.of(Route.OFFICIAL_API.name(), Route.THIRD_PARTY.name());

  private final List<Message> messages;
  private final List<Accepted> accepted;

  Comparison(List<Message> messages, List<Accepted> accepted) {
    this.messages = List.copyOf(messages);
    this.accepted = List.copyOf(accepted);
  }

  static List<Message> sentBySoftware(List<Message> messages) {
    return messages.stream().filter(Comparison::isSentBySoftware).toList();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<String> ids =
        accepted.stream().map(Accepted::platformMessageId).collect(Collectors.toSet());
    Map<Content, Integer> orders = count(messages.stream().map(Content::of).toList());
    Map<Content, Integer> tries =
        count(messages.stream().filter(Comparison::mayHaveLeft).map(Content::of).toList());
    Map<Content, Integer> taken = count(accepted.stream().map(Content::of).toList());
    for (Message message : messages) {
      boolean isKnown = message.platformMessageId().map(ids::contains).orElse(true);
      if (isSentBySoftware(message) && !isKnown) {
        findings.add(
            new Finding(Kind.LOST, message.messageId(), "was never accepted by the platform"));
      }
    }
    taken.forEach(
        (content, times) -> {
          int ordered = orders.getOrDefault(content, 0);
          int tried = tries.getOrDefault(content, 0);
          if (tried == 0) {
            findings.add(
                new Finding(Kind.UNKNOWN, content.id(accepted), "is not in the ledger as sent"));
          } else if (times > Math.min(ordered, tried)) {
            findings.add(
                new Finding(
                    Kind.DOUBLED,
                    content.id(accepted),
                    "was accepted " + times + " times for " + tried + " messages"));
          }
        });
    return findings;
  }

  int unresolved() {
    return Math.toIntExact(
        messages.stream()
            .filter(
                message ->
                    message.state() == State.QUARANTINED
                        || message.state() == State.UNKNOWN
                        || message.state() == State.WRITING)
            .count());
  }

  private static boolean isSentBySoftware(Message message) {
    return message.state() == State.SENT
        && message.route().filter(BY_SOFTWARE::contains).isPresent();
  }

  private static boolean mayHaveLeft(Message message) {
    return isSentBySoftware(message)
        || message.inDoubt()
        || message.state() == State.WRITING
        || message.state() == State.UNKNOWN
        || message.state() == State.QUARANTINED;
  }

  private static Map<Content, Integer> count(List<Content> contents) {
    Map<Content, Integer> counts = new HashMap<>();
    contents.forEach(content -> counts.merge(content, 1, Integer::sum));
    return counts;
  }

  /** Which words to whom: what makes two acceptances the same message. */
  private record Content(String recipient, String textHash) {

    static Content of(Message message) {
      return new Content(message.recipient(), message.textHash());
    }

    static Content of(Accepted accepted) {
      return new Content(accepted.recipient(), accepted.textHash());
    }

    /** Names the content by the platform's id of one such message, for words are personal. */
    String id(List<Accepted> accepted) {
      return accepted.stream()
          .filter(taken -> of(taken).equals(this))
          .map(Accepted::platformMessageId)
          .findFirst()
          .orElse("none");
    }
  }
}
