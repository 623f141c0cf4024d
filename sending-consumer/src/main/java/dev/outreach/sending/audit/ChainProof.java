package dev.outreach.sending.audit;

import dev.outreach.sending.audit.Finding.Kind;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Receipt;
import dev.outreach.sending.ledger.AuditView.Chained;
import dev.outreach.sending.ledger.AuditView.Message;
import dev.outreach.sending.ledger.AuditView.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes every receipt's hash again and compares each ended message with its last receipt. */
final class ChainProof {

  private ChainProof() {}

  static List<Finding> findings(Snapshot snapshot) {
    List<Finding> findings = new ArrayList<>();
    byAccount(snapshot).forEach((from, chain) -> prove(from, chain, snapshot, findings));
    Map<String, Receipt> latest = new HashMap<>();
    snapshot
        .receipts()
        .forEach(chained -> latest.put(chained.receipt().messageId(), chained.receipt()));
    for (Message message : snapshot.messages()) {
      compare(message, latest.get(message.messageId()), findings);
    }
    return findings;
  }

  private static Map<From, List<Chained>> byAccount(Snapshot snapshot) {
    Map<From, List<Chained>> chains = new LinkedHashMap<>();
    snapshot.ends().keySet().forEach(from -> chains.put(from, new ArrayList<>()));
    for (Chained chained : snapshot.receipts()) {
      From from = new From(chained.receipt().platform(), chained.receipt().account());
      chains.computeIfAbsent(from, _ -> new ArrayList<>()).add(chained);
    }
    return chains;
  }

  private static void prove(
      From from, List<Chained> chain, Snapshot snapshot, List<Finding> findings) {
    String previous = Receipt.BEGINNING;
    long expected = 1;
    for (Chained chained : chain) {
      Receipt receipt = chained.receipt();
      String where = from.platform() + "/" + from.account() + " #" + receipt.sequence();
      if (receipt.sequence() != expected || !chained.previousHash().equals(previous)) {
        findings.add(
            new Finding(Kind.CHAIN_BROKEN, where, "does not follow receipt #" + (expected - 1)));
      }
      if (!receipt.hashAfter(chained.previousHash()).equals(chained.hash())) {
        findings.add(
            new Finding(Kind.RECEIPT_CHANGED, where, "has another hash than its contents"));
      }
      previous = chained.hash();
      expected = receipt.sequence() + 1;
    }
    String end = snapshot.ends().getOrDefault(from, Receipt.BEGINNING);
    if (!end.equals(previous)) {
      String where = from.platform() + "/" + from.account();
      findings.add(new Finding(Kind.CHAIN_BROKEN, where, "the last receipts are missing"));
    }
  }

  private static void compare(Message message, @Nullable Receipt receipt, List<Finding> findings) {
    if (!message.isAsApproved()) {
      findings.add(
          new Finding(
              Kind.MESSAGE_CHANGED,
              message.messageId(),
              "is not what was approved: text, recipient or account changed"));
    }
    if (!message.state().isFinal()) {
      return;
    }
    boolean agrees =
        receipt != null
            && receipt.state() == message.state()
            && receipt.attempt() == message.attempt()
            && receipt.fingerprint().equals(message.fingerprint())
            && receipt.route().equals(message.route())
            && receipt.platformMessageId().equals(message.platformMessageId());
    if (!agrees) {
      findings.add(
          new Finding(
              Kind.RECEIPT_MISMATCH, message.messageId(), "ended otherwise than its receipt says"));
    }
  }
}
