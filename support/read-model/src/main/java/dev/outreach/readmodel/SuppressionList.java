package dev.outreach.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Whom nothing must be sent to any more, as the sender keeps it: it asks with every claim and once
 * more with every write mark. Thread-safe.
 */
public final class SuppressionList {

  private static final String LIST =
      """
      SELECT kind, value, reason_code, reason, since FROM social_send_suppression_list
      WHERE workspace_id = ? ORDER BY since DESC, kind, value LIMIT ?\
      """;
  private static final String ADD =
      "SELECT social_send_suppress(?, ?, ?, 'SUPPRESSED', ?, ?) AS answer";
  private static final String REMOVE = "SELECT social_send_unsuppress(?, ?, ?) AS answer";

  private final DataSource dataSource;

  public SuppressionList(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Who is meant.
   *
   * @param kind person, handle or domain
   * @param value lower case
   */
  public record Entry(String workspaceId, String kind, String value) {}

  /** The newest entries. */
  public List<SuppressionRow> newest(String workspaceId, int most) {
    return Reading.rows(
        dataSource,
        LIST,
        List.of(workspaceId, most),
        row ->
            new SuppressionRow(
                row.text("kind"),
                row.text("value"),
                row.text("reason_code"),
                row.text("reason"),
                row.time("since")));
  }

  /** Suppresses; false where it was so already. */
  public boolean add(Entry entry, String reason, Instant now) {
    return Reading.rows(
            dataSource,
            ADD,
            List.of(entry.workspaceId(), stored(entry), entry.value(), reason, now),
            row -> row.flag("answer"))
        .getFirst();
  }

  /** Lifts; false where there was nothing to lift. */
  public boolean remove(Entry entry) {
    return Reading.rows(
            dataSource,
            REMOVE,
            List.of(entry.workspaceId(), stored(entry), entry.value()),
            row -> row.flag("answer"))
        .getFirst();
  }

  private static String stored(Entry entry) {
    return entry.kind().toUpperCase(Locale.ROOT);
  }
}
