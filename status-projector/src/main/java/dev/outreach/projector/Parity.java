package dev.outreach.projector;

import dev.outreach.readmodel.CountDifference;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import dev.outreach.readmodel.write.CompareGenerations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whether a generation may be shown: its counts, its keys, and its rows beside the live ones. */
final class Parity {

  private final Consumer<String> says;

  Parity(Consumer<String> says) {
    this.says = says;
  }

  /**
   * Checks a generation by itself.
   *
   * @param connection in a REPEATABLE READ transaction
   * @return what is wrong, each a sentence; empty where nothing is
   */
  List<String> ofItself(Connection connection, int generation) throws SQLException {
    List<String> wrong = new ArrayList<>();
    RecountReport report = Recount.ofGeneration(connection, generation);
    for (CountDifference difference : report.differences()) {
      wrong.add(CountsAudit.sentence(difference));
    }
    if (report.agrees()) {
      says.accept("counts equal a full recount");
    }
    long doubled = new CompareGenerations().rowsMoreThanKeys(connection, generation);
    if (doubled > 0) {
      wrong.add(doubled + " rows have the key of another row");
    }
    return wrong;
  }

  /**
   * Compares with the live generation, which stands at the same place of the log.
   *
   * @param connection in a REPEATABLE READ transaction that sees both at that place
   * @return what differs, each a sentence with the people concerned; empty where nothing does
   */
  List<String> withLive(Connection connection, int live, int generation) throws SQLException {
    List<String> wrong = new ArrayList<>();
    CompareGenerations compare = new CompareGenerations();
    CompareGenerations.Found found = compare.rows(connection, live, generation);
    found
        .differing()
        .forEach(
            (table, people) ->
                wrong.add(
                    "%s differs from the live generation; people: %s".formatted(table, people)));
    if (!compare.countsAreEqual(connection, live, generation)) {
      wrong.add("the counts kept differ from those of the live generation");
    }
    if (wrong.isEmpty()) {
      found
          .checksums()
          .forEach((table, checksum) -> says.accept(table + " equals the live one: " + checksum));
    }
    return wrong;
  }
}
