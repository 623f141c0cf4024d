package dev.outreach.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.Recorded;
import dev.outreach.sandbox.ledger.RequestLog;
import dev.outreach.sandbox.wire.Json;
import java.time.Instant;
import java.util.List;

/** The ledger as JSON. */
final class LedgerView {

  private LedgerView() {}

  static ObjectNode messages(List<Recorded> entries) {
    ArrayNode messages = Json.array();
    for (Recorded recorded : entries) {
      if (recorded.entry() instanceof LedgerEntry.MessageAccepted accepted) {
        messages.add(message(recorded.seq(), accepted));
      }
    }
    ObjectNode view = Json.object().put("count", messages.size());
    view.set("messages", messages);
    return view;
  }

  static ObjectNode inbound(LedgerEntry.InboundReceived inbound) {
    return conversation(inbound.conversation())
        .put("message_id", inbound.message().id())
        .put("at", Instant.ofEpochMilli(inbound.at()).toString());
  }

  static ObjectNode requests(RequestLog requests) {
    ObjectNode view = Json.object();
    ObjectNode counts = view.putObject("counts");
    requests.counts().forEach(counts::put);
    ArrayNode latest = view.putArray("latest");
    for (RequestLog.Seen seen : requests.latest()) {
      latest
          .addObject()
          .put("at", Instant.ofEpochMilli(seen.at()).toString())
          .put("platform", seen.platform())
          .put("operation", seen.operation())
          .put("outcome", seen.outcome())
          .put("fault", seen.fault());
    }
    return view;
  }

  private static ObjectNode message(long seq, LedgerEntry.MessageAccepted accepted) {
    ObjectNode node = conversation(accepted.conversation());
    return node.put("seq", seq)
        .put("platform", accepted.platform())
        .put("at", Instant.ofEpochMilli(accepted.at()).toString())
        .put("message_id", accepted.message().id())
        .put("text", accepted.message().text());
  }

  private static ObjectNode conversation(LedgerEntry.Conversation conversation) {
    return Json.object()
        .put("account", conversation.account())
        .put("username", conversation.username())
        .put("address", conversation.address())
        .put("thread_id", conversation.threadId());
  }
}
