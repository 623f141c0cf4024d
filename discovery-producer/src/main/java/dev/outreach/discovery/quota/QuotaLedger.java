package dev.outreach.discovery.quota;

import dev.outreach.platforms.quota.Pause;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaBook;
import dev.outreach.platforms.quota.QuotaBookAway;
import dev.outreach.platforms.quota.Standing;
import dev.outreach.platforms.quota.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Counts in two tables that all instances share. A reservation is committed before the call it pays
 * for is made, so a process that dies in between has counted a call too many, never one too few.
 */
public final class QuotaLedger implements QuotaBook {

  /** Flyway's own table: which migrations have run. */
  private static final String HISTORY = "social_quota_schema";

  private static final String UNDEFINED_TABLE = "42P01";

  private final DataSource database;
  private final Clock clock;
  private final ReentrantLock migrating = new ReentrantLock();
  private volatile boolean migrated;

  /** Touches the database at the first use only, and makes the tables where they are missing. */
  public QuotaLedger(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Taken take(QuotaAccount account, Quota quota, String use) {
    return write(connection -> new TakeUse(account, quota, use).apply(connection, clock.instant()));
  }

  @Override
  public Optional<Standing> standing(QuotaAccount account, Quota quota) {
    Instant now = clock.instant();
    return Optional.of(
        read(
            connection -> new SelectStanding(account, quota).apply(connection, now),
            new Standing(0, Set.of())));
  }

  @Override
  public void pause(QuotaAccount account, String scope, Pause pause) {
    write(
        connection -> {
          new PauseScope(account, scope, pause).apply(connection);
          return pause;
        });
  }

  @Override
  public Optional<Pause> paused(QuotaAccount account, Set<String> scopes) {
    Instant now = clock.instant();
    return read(
        connection -> new SelectPause(account, scopes).apply(connection, now), Optional.empty());
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Before anything was written the tables need not exist. */
  private <T> T read(Work<T> work, T whereNothingIsWritten) {
    try (Connection connection = database.getConnection()) {
      return work.in(connection);
    } catch (SQLException failure) {
      if (UNDEFINED_TABLE.equals(failure.getSQLState())) {
        return whereNothingIsWritten;
      }
      throw new QuotaBookAway(failure);
    }
  }

  private <T> T write(Work<T> work) {
    migrate();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException failure) {
        connection.rollback();
        throw failure;
      }
    } catch (SQLException failure) {
      throw new QuotaBookAway(failure);
    }
  }

  /** Once, and safe from several processes at once. */
  private void migrate() {
    if (migrated) {
      return;
    }
    migrating.lock();
    try {
      Flyway.configure(QuotaLedger.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:db/quota")
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
      migrated = true;
    } catch (FlywayException away) {
      throw new QuotaBookAway(away);
    } finally {
      migrating.unlock();
    }
  }
}
