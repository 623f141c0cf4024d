package dev.outreach.readmodel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL of our own, on a free port. */
final class TestPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
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

  DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Runs work in one transaction. */
  void transaction(Work work) {
    try (Connection connection = dataSource().getConnection()) {
      connection.setAutoCommit(false);
      work.in(connection);
      connection.commit();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  interface Work {
    void in(Connection connection) throws SQLException;
  }
}
