package dev.outreach.sending.audit;

import java.util.List;

/**
 * What an audit found.
 *
 * @param receipts number of receipts whose hashes were proved again
 * @param sent number of messages the ledger says were sent by software, the platform's own or a
 *     third party's
 * @param accepted number of messages the platform says it accepted
 * @param unresolved number of messages of which only a person or a later look can tell; not wrong
 * @param findings what is wrong; empty where all is well
 */
public record AuditReport(
    int receipts, int sent, int accepted, int unresolved, List<Finding> findings) {

  public AuditReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return findings.isEmpty();
  }

  /** How many findings of a kind there are. */
  public long count(Finding.Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).count();
  }
}
