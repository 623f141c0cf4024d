package dev.outreach.readmodel;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables and views of the read model into being or up to date. Whichever app starts
 * first does it; two at once wait for each other (Flyway takes an advisory lock). Tables of other
 * products in the same schema are left alone.
 */
public final class ReadModelMigration {

  /** Flyway's own table: which migrations have run. */
  static final String HISTORY = "social_read_model_history";

  private ReadModelMigration() {}

  /**
   * Runs the migrations that have not run yet.
   *
   * @throws ReadModelException.Unavailable where PostgreSQL cannot be reached or refuses
   */
  public static void migrate(DataSource dataSource) {
    try {
      Flyway.configure(ReadModelMigration.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:dev/outreach/readmodel/migration")
          .table(HISTORY)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new ReadModelException.Unavailable(
          "The tables of the read model could not be brought up to date", failure);
    }
  }
}
