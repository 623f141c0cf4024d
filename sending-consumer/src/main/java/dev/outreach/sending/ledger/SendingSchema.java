package dev.outreach.sending.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the ledger up to date; they are ours alone and have their own history. */
public final class SendingSchema {

  private static final String HISTORY = "social_sending_schema";

  private SendingSchema() {}

  /** Applies the migrations that are missing; safe from several processes at once. */
  public static void migrate(DataSource database) {
    migrate(database, "latest");
  }

  /** The tables as they were at that version, which is what an earlier Outreach left behind. */
  static void migrate(DataSource database, String version) {
    Flyway.configure(SendingSchema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/sending")
        .table(HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(version)
        .load()
        .migrate();
  }
}
