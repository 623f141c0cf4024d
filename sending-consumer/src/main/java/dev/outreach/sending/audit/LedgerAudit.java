package dev.outreach.sending.audit;

import dev.outreach.sending.ledger.AuditView;
import dev.outreach.sending.ledger.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Proves the send ledger again from its own receipts, and compares it with what a platform says it
 * accepted. Reads only. Thread-safe.
 */
public final class LedgerAudit {

  private final AuditView view;

  /** Over the ledger's database. */
  public LedgerAudit(Database database) {
    this.view = new AuditView(database);
  }

  /** Only the receipts and the rows they vouch for. */
  public AuditReport proveReceipts() {
    AuditView.Snapshot snapshot = view.snapshot();
    return new AuditReport(
        snapshot.receipts().size(),
        Comparison.sentBySoftware(snapshot.messages()).size(),
        0,
        0,
        ChainProof.findings(snapshot));
  }

  /**
   * The ledger beside the log of events, both ways. What is on its way between them is found too,
   * so ask again before you believe it.
   *
   * @param log gives where the log has left each message, by its id; asked after the ledger is read
   */
  public List<Finding> compareWithLog(Supplier<Map<String, Logged>> log) {
    AuditView.Snapshot snapshot = view.snapshot();
    return LogComparison.findings(snapshot, log.get());
  }

  /**
   * The receipts, and the platform's own record beside the ledger.
   *
   * @param accepted everything the platform accepted from us, however often; asked before the
   *     ledger is read, so that a message accepted meanwhile is no finding
   */
  public AuditReport verify(Supplier<List<Accepted>> accepted) {
    return verify(accepted, _ -> true);
  }

  /**
   * The same, where only some messages have a witness.
   *
   * @param isWitnessed whether it went, or would go, to whom {@code accepted} speaks for
   */
  public AuditReport verify(
      Supplier<List<Accepted>> accepted, Predicate<AuditView.Message> isWitnessed) {
    List<Accepted> taken = accepted.get();
    AuditView.Snapshot snapshot = view.snapshot();
    List<AuditView.Message> messages = snapshot.messages().stream().filter(isWitnessed).toList();
    Comparison comparison = new Comparison(messages, taken);
    List<Finding> findings = new ArrayList<>(ChainProof.findings(snapshot));
    findings.addAll(comparison.findings());
    return new AuditReport(
        snapshot.receipts().size(),
        Comparison.sentBySoftware(messages).size(),
        taken.size(),
        comparison.unresolved(),
        findings);
  }
}
