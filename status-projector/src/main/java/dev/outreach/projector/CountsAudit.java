package dev.outreach.projector;

import dev.outreach.readmodel.CountDifference;
import dev.outreach.readmodel.CountLine;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The counts beside a full recount, as text for a terminal. Thread-safe. */
public final class CountsAudit {

  private final Recount recount;

  public CountsAudit(DataSource dataSource) {
    this.recount = new Recount(dataSource);
  }

  /**
   * What an audit found.
   *
   * @param agrees whether every count is what the recount gives
   * @param text a table for a person, with the people concerned below it where something differs
   */
  public record Finding(boolean agrees, String text) {}

  /**
   * Recounts.
   *
   * @throws dev.outreach.readmodel.ReadModelException where the tables are missing or PostgreSQL
   *     does not answer
   */
  public Finding run() {
    RecountReport report = recount.run();
    StringBuilder text = new StringBuilder();
    text.append("%-16s %12s %12s%n".formatted("count", "kept", "recounted"));
    for (CountLine line : report.lines()) {
      text.append("%-16s %12d %12d%n".formatted(line.key(), line.counted(), line.recounted()));
    }
    report.differences().forEach(difference -> text.append(sentence(difference)));
    return new Finding(report.agrees(), text.toString());
  }

  static String sentence(CountDifference difference) {
    return "%s of %s on %s, partition %d: kept %d, recounted %d; people: %s%n"
        .formatted(
            difference.key(),
            difference.workspaceId(),
            difference.platform(),
            difference.kafkaPartition(),
            difference.counted(),
            difference.recounted(),
            difference.people().isEmpty()
                ? "nobody"
                : difference.people().stream()
                    .map(UUID::toString)
                    .collect(Collectors.joining(", ")));
  }
}
