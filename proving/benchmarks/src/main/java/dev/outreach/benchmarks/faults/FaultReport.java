package dev.outreach.benchmarks.faults;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.MortalDatabase;
import dev.outreach.benchmarks.harness.SandboxWitness.Arrival;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.sending.audit.Accepted;
import dev.outreach.sending.audit.AuditReport;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.ledger.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges a run and says so. */
final class FaultReport {

  private final FaultOptions options;
  private final Role role;

  FaultReport(FaultOptions options, Role role) {
    this.options = options;
    this.role = role;
  }

  /** What was seen from outside. */
  record Outcome(
      List<PlannedMessage> messages,
      List<Arrival> arrivals,
      List<Evidence> evidence,
      int silences) {}

  Report of(Outcome outcome, MortalDatabase database, KafkaSettings kafka, Duration took) {
    Report report =
        new Report(
            switch (role) {
              case LEDGER -> "sends-under-faults";
              case COMMIT_AFTER -> "sends-under-faults-commit-after";
            });
    report
        .with("messages", options.messages())
        .with("faults", options.faults())
        .with("seed", options.seed())
        .with("pace", options.pace())
        .figure("took", took.toMillis() / 1e3, "s");
    faults(report, outcome);
    switch (role) {
      case LEDGER -> ledger(report, outcome, database, kafka);
      case COMMIT_AFTER -> peer(report, outcome);
    }
    return report;
  }

  private void faults(Report report, Outcome outcome) {
    List<Evidence> evidence = outcome.evidence();
    for (Fault.Kind kind : Fault.Kind.values()) {
      report.count(
          "faults: " + kind.name().toLowerCase(java.util.Locale.ROOT),
          evidence.stream().filter(seen -> seen.fault().kind() == kind).count());
    }
    report.count("silences after accepting", outcome.silences());
    long fired = evidence.stream().filter(Evidence::fired).count();
    report.check(
        "every planned fault fired", fired == options.faults(), fired + " of " + options.faults());
    report.check(
        "platforms fell silent after accepting", outcome.silences() > 0, "" + outcome.silences());
    if (role == Role.LEDGER) {
      long hit = evidence.stream().filter(seen -> seen.inFlight() > 0).count();
      report.count("faults that struck while messages were in flight", hit);
    }
  }

  private void ledger(
      Report report, Outcome outcome, MortalDatabase database, KafkaSettings kafka) {
    Map<String, String> states = new LedgerView(database).states();
    Map<String, Set<String>> told = Results.read(kafka);
    Verdict all = Verdict.of(outcome.messages(), outcome.arrivals(), states, told);
    figures(report, all);
    for (Way way : Way.values()) {
      Verdict one = of(way, outcome, states, told);
      report.count("unresolved, " + name(way), one.unresolved());
    }
    report.check("nothing was sent twice", all.doubled() == 0, all.doubled() + " doubled");
    report.check("nothing was lost", all.lost() == 0, all.lost() + " lost");
    report.check(
        "everything unresolved is visible",
        all.invisible() == 0,
        all.unresolved() + " unresolved, " + all.invisible() + " of them unseen");
    report.check(
        "the ledger says nothing wrong", all.wrong() == 0, all.wrong() + " rows contradict");
    Verdict keyed = of(Way.KEYED, outcome, states, told);
    report.check(
        "with a key every message arrives exactly once",
        keyed.absent() == 0 && keyed.unresolved() == 0,
        keyed.absent() + " absent, " + keyed.unresolved() + " unresolved");
    Verdict queryable = of(Way.QUERYABLE, outcome, states, told);
    report.check(
        "with a list only what never arrived stays unresolved",
        queryable.unresolvedButArrived() == 0,
        queryable.unresolvedButArrived() + " had arrived");
    audit(report, outcome, database);
  }

  /** The product's own proof of its receipts and of the platforms' records, as a second opinion. */
  private static void audit(Report report, Outcome outcome, MortalDatabase database) {
    try (HikariDataSource source = new HikariDataSource()) {
      source.setJdbcUrl(database.jdbcUrl());
      source.setUsername(database.user());
      AuditReport audit =
          new LedgerAudit(new Database(source))
              .verify(
                  () ->
                      outcome.arrivals().stream()
                          .map(
                              arrival ->
                                  Accepted.of(
                                      arrival.platformMessageId(),
                                      arrival.address(),
                                      arrival.text()))
                          .toList());
      report.count("receipts proved again", audit.receipts());
      report.check(
          "the product's own audit finds nothing",
          audit.isClean(),
          audit.findings().size() + " findings");
    }
  }

  private void peer(Report report, Outcome outcome) {
    Verdict all = Verdict.of(outcome.messages(), outcome.arrivals(), Map.of(), Map.of());
    report.count("arrived", all.arrived()).count("never arrived", all.absent());
    report.count("doubled", all.doubled()).count("copies too many", all.copies());
    for (Way way : Way.values()) {
      report.count("doubled, " + name(way), of(way, outcome, Map.of(), Map.of()).doubled());
    }
    report.check(
        "a plain consumer doubles messages, so this run can fail",
        all.doubled() > 0,
        all.doubled() + " doubled");
  }

  private static void figures(Report report, Verdict verdict) {
    report
        .count("arrived", verdict.arrived())
        .count("doubled", verdict.doubled())
        .count("lost", verdict.lost())
        .count("unresolved and visible", verdict.unresolved())
        .count("unresolved although arrived", verdict.unresolvedButArrived());
  }

  private static Verdict of(
      Way way, Outcome outcome, Map<String, String> states, Map<String, Set<String>> told) {
    return Verdict.of(
        outcome.messages().stream().filter(message -> message.way() == way).toList(),
        outcome.arrivals(),
        states,
        told);
  }

  private static String name(Way way) {
    return way.name().toLowerCase(java.util.Locale.ROOT);
  }
}
