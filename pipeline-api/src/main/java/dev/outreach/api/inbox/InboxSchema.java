package dev.outreach.api.inbox;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of the inbox up to date; they are pipeline-api's alone. */
final class InboxSchema {

  private static final String HISTORY = "social_inbox_history";

  private InboxSchema() {}

  /** Applies the migrations that are missing; safe from several processes at once. */
  static void migrate(DataSource database) {
    Flyway.configure(InboxSchema.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:dev/outreach/api/inbox/migration")
        .table(HISTORY)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
