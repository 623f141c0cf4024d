package dev.outreach.benchmarks.quota;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.MortalDatabase;
import dev.outreach.benchmarks.harness.SandboxAdapters;
import dev.outreach.benchmarks.harness.SandboxWitness;
import dev.outreach.benchmarks.quota.SlidingWindows.Rule;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.platforms.transport.HttpTimeouts;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.ledger.Database;
import dev.outreach.sending.ledger.SendingSchema;
import dev.outreach.sending.outlet.PlatformDelivery;
import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A week of sending under limits by two senders whose machines' clocks disagree and which die now
 * and then, on a simulated time that moves from event to event. What the simulated platform
 * accepted is counted by an observer of its own.
 */
public final class SimulatedWeek {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final List<Rule> RULES =
      List.of(
          new Rule(20, Duration.ofHours(1)),
          new Rule(100, Duration.ofDays(1)),
          new Rule(650, Duration.ofDays(7)));
  private static final double LEAST_USED = 0.98;

  private final WeekOptions options;

  /** A run. */
  public SimulatedWeek(WeekOptions options) {
    this.options = options;
  }

  /** Runs and counts. */
  public Report run() throws IOException, InterruptedException, StartFailure, SQLException {
    long begun = System.nanoTime();
    try (DataFolder folder = DataFolder.open(options.folder());
        MortalDatabase database = MortalDatabase.start(folder);
        HikariDataSource observer = pool(database)) {
      SendingSchema.migrate(observer);
      SimulatedTime time = SimulatedTime.over(observer, START);
      Clock exact = time.machine(Duration.ZERO);
      try (Sandbox sandbox =
              Sandbox.start(SandboxSettings.in(options.folder().resolve("platform"), exact));
          SandboxWitness witness = new SandboxWitness(sandbox.uri());
          HttpTransport transport = new HttpTransport(HttpTimeouts.usual())) {
        var messaging =
            SandboxAdapters.instagram(sandbox.platformUri("instagram"), transport, exact);
        Outlets outlets =
            new Outlets(Map.of(Demand.STUDIO, new PlatformDelivery(messaging, exact)), Set.of());
        Sender.Shared shared =
            new Sender.Shared(
                database.jdbcUrl(), database.user(), limits(), outlets, options.trustsMachines());
        Demand demand = new Demand(witness, new Database(observer));
        Driver driver = new Driver(options, time, observer, shared, demand);
        driver.drive(START.plus(Duration.ofDays(options.days())));
        return report(witness.arrivals(), driver, Duration.ofNanos(System.nanoTime() - begun));
      }
    }
  }

  private static HikariDataSource pool(MortalDatabase database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.user());
    pool.setMaximumPoolSize(4);
    return pool;
  }

  private static Limits limits() {
    Cap[] caps =
        RULES.stream().map(rule -> new Cap(rule.most(), rule.within())).toArray(Cap[]::new);
    return Limits.none()
        .with(new Lane(Demand.STUDIO.platform(), Route.OFFICIAL_API), Pacing.capped(caps));
  }

  private Report report(List<SandboxWitness.Arrival> arrivals, Driver driver, Duration took) {
    List<Instant> times = arrivals.stream().map(SandboxWitness.Arrival::at).toList();
    int allowance =
        SlidingWindows.allowance(RULES, START, START.plus(Duration.ofDays(options.days())));
    double used = (double) times.size() / allowance;
    int violations = RULES.stream().mapToInt(rule -> SlidingWindows.violations(times, rule)).sum();
    Report report =
        new Report(options.trustsMachines() ? "quota-by-machine-clocks" : "quota")
            .with("seed", options.seed())
            .with("simulated days", options.days())
            .with("clocks differ by", options.clockError().multipliedBy(2))
            .with("limits", RULES.stream().map(SimulatedWeek::text).toList())
            .figure("took", took.toMillis() / 1e3, "s")
            .count("steps of simulated time", driver.steps())
            .count("senders killed", driver.kills())
            .count("messages in the hands of killed senders", driver.orphans())
            .count("accepted by the platform", times.size())
            .count("allowance", allowance)
            .figure("used", used * 100, "%")
            .count("violations", violations);
    return options.trustsMachines()
        ? report.check(
            "believing the machines' clocks breaks a limit, so this run can fail",
            violations > 0,
            violations + " violations")
        : report
            .check("no limit is broken in any window", violations == 0, violations + " violations")
            .check(
                "at least 98 % of the allowance is used",
                used >= LEAST_USED, times.size() + " of " + allowance)
            .check(
                "every planned kill happened",
                driver.kills() == options.kills(),
                driver.kills() + " of " + options.kills());
  }

  private static String text(Rule rule) {
    return rule.most() + " in " + rule.within();
  }
}
