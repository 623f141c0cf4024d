package dev.outreach.discovery.table;

import dev.outreach.runtime.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGProperty;

/** Opens connections of the three kinds the intake needs. Thread-safe. */
final class IntakeDatabase {

  /** Flyway's own table: which migrations have run. */
  private static final String HISTORY = "social_discovery_schema";

  private static final String SECONDS_TO_CONNECT = "5";
  private final TableIntakeSettings settings;

  IntakeDatabase(TableIntakeSettings settings) {
    this.settings = settings;
  }

  /** Brings the table and its publication into being; safe from several processes at once. */
  void migrate() {
    try {
      Flyway.configure(IntakeDatabase.class.getClassLoader())
          .dataSource(
              settings.url(), settings.user(), settings.password().map(Secret::value).orElse(null))
          .locations("classpath:db/discovery")
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new TableIntakeException("the table of requests cannot be made", failure);
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(settings.url(), properties());
  }

  /** A connection that speaks the replication protocol. */
  Connection connectForReplication() throws SQLException {
    Properties properties = properties();
    PGProperty.REPLICATION.set(properties, "database");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "15");
    PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
    return DriverManager.getConnection(settings.url(), properties);
  }

  private Properties properties() {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, settings.user());
    settings
        .password()
        .map(Secret::value)
        .ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
    PGProperty.APPLICATION_NAME.set(properties, "outreach table-intake");
    PGProperty.CONNECT_TIMEOUT.set(properties, SECONDS_TO_CONNECT);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    return properties;
  }
}
