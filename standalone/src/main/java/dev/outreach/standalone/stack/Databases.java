package dev.outreach.standalone.stack;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;

/** Connections to PostgreSQL and the registry's address, from the same settings for every app. */
public final class Databases {

  private Databases() {}

  /** A pool of connections; opening it does not fail where the database is away. */
  static HikariDataSource open(Settings settings, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(
        settings.text("OUTREACH_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5433/outreach"));
    config.setUsername(settings.text("OUTREACH_DATABASE_USER", "outreach"));
    settings.secret("OUTREACH_DATABASE_PASSWORD").map(Secret::value).ifPresent(config::setPassword);
    // Else a first connection that breaks while it is set up leaves the pool without a level for
    // good.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /** A few connections to the database of an Outreach that runs elsewhere on this machine. */
  public static HikariDataSource of(Settings settings, Addresses running) {
    return open(running.complete(settings), "verify", 2);
  }

  /** Connections for work an operator asks for, to the database the settings name. */
  public static HikariDataSource ofOperator(Settings settings) {
    return open(settings, "operator", 8);
  }

  /** Where the schema registry is. */
  public static String registryUrl(Settings settings) {
    return settings
        .address("OUTREACH_REGISTRY_URL", "http://127.0.0.1:8081/apis/ccompat/v7")
        .toString();
  }
}
