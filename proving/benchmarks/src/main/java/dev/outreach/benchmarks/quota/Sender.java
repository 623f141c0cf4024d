package dev.outreach.benchmarks.quota;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.dispatch.Caretaker;
import dev.outreach.sending.dispatch.DispatchSettings;
import dev.outreach.sending.dispatch.Dispatcher;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.ClaimRules;
import dev.outreach.sending.ledger.Database;
import dev.outreach.sending.ledger.LedgerClock;
import dev.outreach.sending.ledger.SendLedger;
import java.time.Clock;
import java.time.Duration;

/** One sender: the product's dispatcher and caretaker on a pool of its own. */
final class Sender implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final SendLedger ledger;
  private final Dispatcher dispatcher;
  private final Caretaker caretaker;

  private Sender(
      HikariDataSource pool, SendLedger ledger, Dispatcher dispatcher, Caretaker caretaker) {
    this.pool = pool;
    this.ledger = ledger;
    this.dispatcher = dispatcher;
    this.caretaker = caretaker;
  }

  /**
   * What all senders of a run share.
   *
   * @param trustsMachines true for the mistake of believing each machine's own clock
   */
  record Shared(
      String jdbcUrl, String user, Limits limits, Outlets outlets, boolean trustsMachines) {}

  static Sender start(Shared shared, Clock machine) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(shared.jdbcUrl());
    config.setUsername(shared.user());
    config.setMaximumPoolSize(CONNECTIONS);
    HikariDataSource pool = new HikariDataSource(config);
    LedgerClock synchronised = new LedgerClock(pool, machine);
    synchronised.synchronise();
    Clock clock = shared.trustsMachines() ? machine : synchronised;
    DispatchSettings settings = settings();
    Database database = new Database(pool);
    SendLedger ledger =
        new SendLedger(
            database,
            new ClaimRules(
                shared.limits(), shared.outlets()::way, settings.lease(), settings.mostWrites()));
    Dispatcher dispatcher =
        new Dispatcher(ledger, new Accounts(database), shared.outlets(), settings, clock);
    Caretaker caretaker = new Caretaker(ledger, shared.outlets(), settings, clock);
    dispatcher.start();
    caretaker.start();
    return new Sender(pool, ledger, dispatcher, caretaker);
  }

  private static DispatchSettings settings() {
    return new DispatchSettings(
        8,
        Duration.ofSeconds(5),
        Duration.ofMillis(5),
        Duration.ofSeconds(1),
        Duration.ofHours(23),
        20);
  }

  /**
   * Loses its database from one moment to the next, as a machine that dies would: what is under way
   * to the platform may arrive, and nothing is recorded any more.
   */
  void die() {
    pool.close();
    Thread.ofVirtual().start(this::bury);
  }

  private void bury() {
    dispatcher.close();
    caretaker.close();
    ledger.close();
  }

  @Override
  public void close() {
    bury();
    pool.close();
  }
}
