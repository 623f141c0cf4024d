package dev.outreach.benchmarks.quota;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * A time that stands still until it is moved, for this process and for the database: the server's
 * own {@code clock_timestamp()} is covered by one that reads a table, so that the product's
 * statements see simulated time unchanged. Thread-safe.
 */
final class SimulatedTime {

  private final DataSource database;
  private final AtomicReference<Instant> now;

  private SimulatedTime(DataSource database, Instant start) {
    this.database = database;
    this.now = new AtomicReference<>(start);
  }

  /** Covers the clock of a database; connections that are opened later see it. */
  static SimulatedTime over(DataSource database, Instant start) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE SCHEMA simulated;
          CREATE TABLE simulated.time (at timestamptz NOT NULL);
          INSERT INTO simulated.time VALUES ('%s');
          CREATE FUNCTION simulated.clock_timestamp() RETURNS timestamptz
            LANGUAGE sql VOLATILE AS 'SELECT at FROM simulated.time';
          ALTER DATABASE %s SET search_path = simulated, pg_catalog, public;
          """
              .formatted(start, connection.getCatalog()));
    }
    return new SimulatedTime(database, start);
  }

  Instant now() {
    return now.get();
  }

  /** Moves on; never back. */
  void moveTo(Instant moment) {
    if (moment.isBefore(now.get())) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("UPDATE simulated.time SET at = ?")) {
      statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("simulated time cannot be moved", failure);
    }
    now.set(moment);
  }

  /** The clock of a machine that goes wrong by so much. */
  Clock machine(Duration wrongBy) {
    return new Machine(this, wrongBy, ZoneOffset.UTC);
  }

  private static final class Machine extends Clock {

    private final SimulatedTime time;
    private final Duration wrongBy;
    private final ZoneId zone;

    Machine(SimulatedTime time, Duration wrongBy, ZoneId zone) {
      this.time = time;
      this.wrongBy = wrongBy;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return time.now().plus(wrongBy);
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Machine(time, wrongBy, other);
    }
  }
}
