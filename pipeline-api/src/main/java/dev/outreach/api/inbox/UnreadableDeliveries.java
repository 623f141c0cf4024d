package dev.outreach.api.inbox;

import static dev.outreach.api.inbox.Statements.time;

import dev.outreach.api.inbox.Statements.Statement;
import dev.outreach.schemas.identity.DerivedId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a platform has signed and we could not read. It is kept as it came, for nobody tells it
 * again, until an operator has looked or the inbox's memory ends. Thread-safe.
 */
public final class UnreadableDeliveries {

  private static final String KEEP =
      """
      INSERT INTO social_unreadable_webhooks
        (delivery_id, platform, body, reason, first_received_at, last_received_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (delivery_id) DO UPDATE SET
        times = social_unreadable_webhooks.times + 1,
        reason = EXCLUDED.reason, last_received_at = EXCLUDED.last_received_at
      """;
  private static final String LIST =
      """
      SELECT *, count(*) OVER () AS all_of_them FROM social_unreadable_webhooks
      ORDER BY last_received_at DESC, delivery_id DESC LIMIT ?
      """;
  private static final String DISMISS =
      "DELETE FROM social_unreadable_webhooks WHERE delivery_id = ?";

  private static final int SHOWN = 4_000;

  private final Statements statements;
  private final Clock clock;

  UnreadableDeliveries(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /**
   * A delivery. Its body may be personal.
   *
   * @param body as text, its first 4000 characters
   * @param bytes how long it is in all
   * @param times how often the same bytes came
   */
  public record Row(
      UUID id,
      String platform,
      String reason,
      String body,
      int bytes,
      long times,
      Instant firstReceivedAt,
      Instant lastReceivedAt) {

    /** Leaves out what was said. */
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  /**
   * The newest ones.
   *
   * @param total how many there are in all
   */
  public record Listing(List<Row> items, long total) {}

  /**
   * Keeps a delivery; durable once this returns.
   *
   * @param reason what could not be read, without words of the body
   * @throws InboxUnavailable where it could not be kept
   */
  public void keep(String platform, byte[] body, String reason) {
    UUID id = UUID.fromString(DerivedId.of("unreadable-webhook", platform, digest(body)));
    Instant now = clock.instant();
    statements.change(
        List.of(new Statement(KEEP, Arrays.asList(id, platform, body, reason, now, now))));
  }

  /** The newest. */
  public Listing newest(int most) {
    List<Counted> rows =
        statements.rows(new Statement(LIST, List.of(most)), UnreadableDeliveries::counted);
    long total = rows.isEmpty() ? 0 : rows.getFirst().total();
    return new Listing(rows.stream().map(Counted::row).toList(), total);
  }

  /** Forgets one; false where there is none of this id. */
  public boolean dismiss(UUID id) {
    return statements.change(List.of(new Statement(DISMISS, List.of(id)))) == 1;
  }

  private record Counted(Row row, long total) {}

  private static Counted counted(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    String text = new String(body, StandardCharsets.UTF_8);
    return new Counted(
        new Row(
            row.getObject("delivery_id", UUID.class),
            row.getString("platform"),
            row.getString("reason"),
            text.substring(0, Math.min(SHOWN, text.length())),
            body.length,
            row.getLong("times"),
            time(row, "first_received_at"),
            time(row, "last_received_at")),
        row.getLong("all_of_them"));
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
