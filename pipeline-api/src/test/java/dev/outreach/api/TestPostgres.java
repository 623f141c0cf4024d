package dev.outreach.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.sending.ledger.SendingSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL of our own with the read model in it, behind a pool as in production. */
final class TestPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final HikariDataSource pool;

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    config.setConnectionTimeout(2_000);
    config.setMaximumPoolSize(8);
    this.pool = new HikariDataSource(config);
  }

  static TestPostgres empty() {
    try {
      return new TestPostgres(EmbeddedPostgres.builder().start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static TestPostgres migrated() {
    TestPostgres postgres = empty();
    ReadModelMigration.migrate(postgres.dataSource());
    return postgres;
  }

  /** With the sender's tables beside the read model. */
  static TestPostgres withSender() {
    TestPostgres postgres = migrated();
    SendingSchema.migrate(postgres.dataSource());
    return postgres;
  }

  DataSource dataSource() {
    return pool;
  }

  void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a counting statement says. */
  long count(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void stopServer() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    pool.close();
    stopServer();
  }
}
