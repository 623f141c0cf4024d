package dev.outreach.standalone.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sending.audit.Accepted;
import dev.outreach.sending.audit.AuditReport;
import dev.outreach.sending.audit.Finding;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.ledger.AuditView;
import dev.outreach.sending.ledger.Database;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.stack.Addresses;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Our send ledger beside its receipts, the log of events, and what the simulated platforms
 * received.
 */
public final class LedgerCheck {

  private static final int LOOKS = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final DataSource database;
  private final Witness witness;
  private final EventLog log;

  /** A check of the ledger in a database, with the log and the sandbox as the witnesses. */
  public LedgerCheck(DataSource database, Witness witness, EventLog log) {
    this.database = database;
    this.witness = witness;
    this.log = log;
  }

  /**
   * What the simulated platforms received.
   *
   * @param services those it stands in for; of what went to others it knows nothing
   */
  public record Witness(JsonClient sandbox, Set<String> services) {

    private static final Set<String> WAYS =
        Set.of("linkedin", "instagram", "tiktok", "facebook", "unipile");

    public Witness {
      services = Set.copyOf(services);
    }

    /** The one of an Outreach that runs. */
    public static Witness of(Addresses running) {
      return new Witness(JsonClient.ofSandbox(running.sandbox()), running.simulated());
    }

    boolean saw(AuditView.Message message) {
      boolean isByThirdParty = message.route().equals(Optional.of(Route.THIRD_PARTY.name()));
      return services.contains(
          isByThirdParty ? "unipile" : message.platform().toLowerCase(Locale.ROOT));
    }

    /** The ways out that lead to real services. */
    Set<String> unseen() {
      return WAYS.stream()
          .filter(way -> !services.contains(way))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * Proves every receipt again, compares both ledgers and prints what it finds.
   *
   * @return whether nothing is doubled, lost, unknown or changed
   */
  public boolean print(PrintWriter out) throws IOException, InterruptedException {
    AuditReport report = report();
    for (int look = 1; look < LOOKS && !isEqual(report); look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      report = report();
    }
    out.printf("  %-38s %6d%n", "sent by a platform's API, our ledger", report.sent());
    out.printf("  %-38s %6d%n", "accepted by the simulated platforms", report.accepted());
    out.printf("  %-38s %6d%n", "in doubt, a person decides", report.unresolved());
    out.printf("  %-38s %6d%n", "receipts proved again", report.receipts());
    if (!witness.unseen().isEmpty()) {
      out.println(
          "  not compared, for no sandbox sees it: what goes to "
              + String.join(", ", witness.unseen()));
    }
    List<Finding> apart = apartFromLog();
    out.printf("  %-38s %6d%n", "different in ledger and log of events", apart.size());
    Stream.concat(report.findings().stream(), apart.stream())
        .forEach(
            finding ->
                out.printf("  %s: %s %s%n", finding.kind(), finding.where(), finding.text()));
    boolean equal = apart.isEmpty() && isEqual(report);
    out.println(equal ? "  The ledgers agree." : "  The ledgers do NOT agree.");
    return equal;
  }

  /** What leaves between the look at the one and the look at the other is not to be believed. */
  private AuditReport report() throws IOException, InterruptedException {
    List<Accepted> accepted = accepted();
    return new LedgerAudit(new Database(database)).verify(() -> accepted, witness::saw);
  }

  private static boolean isEqual(AuditReport report) {
    return report.isClean() && (report.unresolved() > 0 || report.sent() == report.accepted());
  }

  /** What is on its way between both is no difference a moment later. */
  private List<Finding> apartFromLog() {
    LedgerAudit audit = new LedgerAudit(new Database(database));
    List<Finding> apart = audit.compareWithLog(log::messages);
    for (int look = 1; look < LOOKS && !apart.isEmpty(); look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      apart = audit.compareWithLog(log::messages);
    }
    return apart;
  }

  private List<Accepted> accepted() throws IOException, InterruptedException {
    List<Accepted> accepted = new ArrayList<>();
    for (JsonNode message : witness.sandbox().get("/sandbox/ledger/messages").path("messages")) {
      if (!witness.services().contains(message.path("platform").asText())) {
        continue;
      }
      accepted.add(
          Accepted.of(
              message.path("message_id").asText(),
              message.path("address").asText(),
              message.path("text").asText()));
    }
    return accepted;
  }
}
