package dev.outreach.standalone.verify;

import dev.outreach.readmodel.CountDifference;
import dev.outreach.readmodel.CountLine;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import java.io.PrintWriter;
import javax.sql.DataSource;

/** The projection's counts beside a full recount of the same instant. */
public final class CountCheck {

  private final DataSource database;

  /** A check of the read model in a database. */
  public CountCheck(DataSource database) {
    this.database = database;
  }

  /**
   * Counts every row and prints both figures.
   *
   * @return whether they are the same
   */
  public boolean print(PrintWriter out) {
    RecountReport report = new Recount(database).run();
    out.printf("  %-18s %10s %10s%n", "", "projection", "recount");
    for (CountLine line : report.lines()) {
      out.printf("  %-18s %10d %10d%n", line.key(), line.counted(), line.recounted());
    }
    for (CountDifference difference : report.differences()) {
      out.printf(
          "  DIFFERENT: %s on %s, partition %d: %d counted, %d recounted; people: %s%n",
          difference.key(),
          difference.platform(),
          difference.kafkaPartition(),
          difference.counted(),
          difference.recounted(),
          difference.people());
    }
    out.println(
        report.agrees()
            ? "  Counts equal the recount."
            : "  Counts DIFFER from the recount: rebuild the read model and report this.");
    return report.agrees();
  }
}
