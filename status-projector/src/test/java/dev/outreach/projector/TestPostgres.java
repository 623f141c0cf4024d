package dev.outreach.projector;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A PostgreSQL of our own on a free port, with a pool in front of it. */
final class TestPostgres implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final HikariDataSource pool;

  TestPostgres() {
    try {
      this.server = EmbeddedPostgres.builder().start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.getPostgresDatabase());
    config.setMaximumPoolSize(12);
    this.pool = new HikariDataSource(config);
  }

  DataSource dataSource() {
    return pool;
  }

  void forgetEverything() {
    execute(
        "TRUNCATE social_profile, social_message, social_timeline_entry, social_tally, social_day_tally,"
            + " social_offset, social_discovery_job, social_discovery_part,"
            + " social_discovery_find, social_discovery_tally, social_replays");
  }

  void execute(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The one value a query gives, as text. */
  String value(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      results.next();
      return String.valueOf(results.getString(1));
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    pool.close();
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
