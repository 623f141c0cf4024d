package dev.outreach.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables and views of the read model into being or up to date. Whichever app starts
 * first does it; two at once wait for each other. Tables of other products in the same schema are
 * left alone.
 */
public final class ReadModelMigration {

  /** Flyway's own table: which migrations have run. */
  static final String HISTORY = "social_read_model_history";

  /** Flyway's own lock begins only after it has marked where tables of others were found. */
  private static final String TAKE_TURNS = "SELECT pg_advisory_xact_lock(7308324466019139683)";

  private ReadModelMigration() {}

  /**
   * Runs the migrations that have not run yet.
   *
   * @param dataSource has three connections or more to give at once
   * @throws ReadModelException.Unavailable where PostgreSQL cannot be reached or refuses
   */
  public static void migrate(DataSource dataSource) {
    try (Connection turn = dataSource.getConnection();
        Statement statement = turn.createStatement()) {
      turn.setAutoCommit(false);
      statement.execute(TAKE_TURNS);
      Flyway.configure(ReadModelMigration.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:dev/outreach/readmodel/migration")
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
      turn.rollback();
    } catch (FlywayException | SQLException failure) {
      throw new ReadModelException.Unavailable(
          "The tables of the read model could not be brought up to date", failure);
    }
  }
}
