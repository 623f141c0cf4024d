package dev.outreach.standalone.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sending.audit.Accepted;
import dev.outreach.sending.audit.AuditReport;
import dev.outreach.sending.audit.Finding;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.ledger.Database;
import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Our send ledger beside its receipts, and beside what the simulated platforms received. */
public final class LedgerCheck {

  private final DataSource database;
  private final JsonClient sandbox;

  /** A check of the ledger in a database, with the sandbox as the witness. */
  public LedgerCheck(DataSource database, JsonClient sandbox) {
    this.database = database;
    this.sandbox = sandbox;
  }

  /**
   * Proves every receipt again, compares both ledgers and prints what it finds.
   *
   * @return whether nothing is doubled, lost, unknown or changed
   */
  public boolean print(PrintWriter out) throws IOException, InterruptedException {
    List<Accepted> accepted = accepted();
    AuditReport report = new LedgerAudit(new Database(database)).verify(() -> accepted);
    out.printf("  %-38s %6d%n", "sent by a platform's API, our ledger", report.sent());
    out.printf("  %-38s %6d%n", "accepted by the simulated platforms", report.accepted());
    out.printf("  %-38s %6d%n", "in doubt, a person decides", report.unresolved());
    out.printf("  %-38s %6d%n", "receipts proved again", report.receipts());
    for (Finding finding : report.findings()) {
      out.printf("  %s: %s %s%n", finding.kind(), finding.where(), finding.text());
    }
    boolean equal =
        report.isClean() && (report.unresolved() > 0 || report.sent() == report.accepted());
    out.println(equal ? "  The ledgers agree." : "  The ledgers do NOT agree.");
    return equal;
  }

  private List<Accepted> accepted() throws IOException, InterruptedException {
    List<Accepted> accepted = new ArrayList<>();
    for (JsonNode message : sandbox.get("/sandbox/ledger/messages").path("messages")) {
      accepted.add(
          Accepted.of(
              message.path("message_id").asText(),
              message.path("address").asText(),
              message.path("text").asText()));
    }
    return accepted;
  }
}
