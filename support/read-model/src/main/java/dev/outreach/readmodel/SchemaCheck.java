package dev.outreach.readmodel;

import java.util.List;
import javax.sql.DataSource;

/** Tells whether the tables of the read model are there. Thread-safe. */
public final class SchemaCheck {

  /** Raised with every migration, so that an app sees tables older than itself. */
  static final int NEEDED_VERSION = 10;

  private static final String EXISTS =
      "SELECT to_regclass('%s') IS NOT NULL AS found".formatted(ReadModelMigration.HISTORY);

  private static final String VERSION =
      "SELECT coalesce(max(version::integer), 0) AS version FROM %s WHERE success"
          .formatted(ReadModelMigration.HISTORY);

  private final DataSource dataSource;

  public SchemaCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Looks.
   *
   * @throws ReadModelException.Unavailable where PostgreSQL does not answer
   */
  public SchemaState run() {
    if (!Reading.rows(dataSource, EXISTS, List.of(), row -> row.flag("found")).getFirst()) {
      return new SchemaState.Missing(
          "The tables of the read model are missing: start status-projector to make them");
    }
    int version =
        Reading.rows(dataSource, VERSION, List.of(), row -> row.integer("version")).getFirst();
    if (version < NEEDED_VERSION) {
      return new SchemaState.Missing(
          "The tables of the read model have version %d, but %d is needed: update status-projector"
              .formatted(version, NEEDED_VERSION));
    }
    return new SchemaState.Ready();
  }
}
