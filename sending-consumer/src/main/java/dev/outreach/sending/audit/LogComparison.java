package dev.outreach.sending.audit;

import dev.outreach.sending.audit.Finding.Kind;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.ledger.AuditView.Message;
import dev.outreach.sending.ledger.AuditView.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledger beside the log of events, both ways. */
final class LogComparison {

  private LogComparison() {}

  /**
   * What is in one and not in the other.
   *
   * @param log where the log has left each message, by its id
   */
  static List<Finding> findings(Snapshot snapshot, Map<String, Logged> log) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Message> messages =
        snapshot.messages().stream()
            .collect(Collectors.toMap(Message::messageId, Function.identity()));
    messages.forEach(
        (id, message) -> {
          if (message.state() == State.SENT && log.get(id) != Logged.SENT) {
            findings.add(
                new Finding(Kind.NOT_IN_LOG, id, "was sent, but no event in the log says so"));
          }
        });
    log.forEach(
        (id, logged) -> {
          boolean isSent = messages.containsKey(id) && messages.get(id).state() == State.SENT;
          if (logged == Logged.SENT && !isSent) {
            findings.add(
                new Finding(Kind.NOT_IN_LEDGER, id, "was sent by the log, but not by the ledger"));
          }
          if (logged == Logged.OPEN && !messages.containsKey(id)) {
            findings.add(
                new Finding(Kind.NOT_IN_LEDGER, id, "was ordered, but the ledger knows nothing"));
          }
        });
    return findings;
  }
}
