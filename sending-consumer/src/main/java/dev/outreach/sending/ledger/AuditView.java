package dev.outreach.sending.ledger;

import dev.outreach.schemas.identity.Fingerprint;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Receipt;
import dev.outreach.sending.domain.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything an audit needs, as of one moment. */
public final class AuditView {

  private static final String MESSAGES =
      """
      SELECT message_id, state, attempt, in_doubt, route, platform_message_id, recipient, platform,
        account, body, fingerprint, encode(sha256(convert_to(body, 'UTF8')), 'hex') AS text_hash
      FROM social_send_ledger ORDER BY message_id""";
  private static final String RECEIPTS =
      "SELECT * FROM social_send_receipts ORDER BY platform, account, sequence";
  private static final String ENDS = "SELECT platform, account, hash FROM social_send_chains";

  private final Database database;

  /** Over the ledger's database. */
  public AuditView(Database database) {
    this.database = database;
  }

  /** The ledger at one moment. */
  public record Snapshot(List<Message> messages, List<Chained> receipts, Map<From, String> ends) {}

  /** A receipt as it is stored, between its hashes. */
  public record Chained(Receipt receipt, String previousHash, String hash) {}

  /**
   * A message as the ledger has it.
   *
   * @param textHash sha-256 of its words
   * @param isAsApproved whether its fingerprint still fits
   */
  public record Message(
      String messageId,
      State state,
      int attempt,
      boolean inDoubt,
      String platform,
      Optional<String> route,
      Optional<String> platformMessageId,
      String recipient,
      String textHash,
      String fingerprint,
      boolean isAsApproved) {}

  /** Reads the ledger in one transaction that sees a single moment. */
  public Snapshot snapshot() {
    return database.transaction(
        "reading the ledger for an audit",
        connection -> {
          connection.setReadOnly(true);
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          return new Snapshot(
              list(connection, MESSAGES, AuditView::message),
              list(connection, RECEIPTS, AuditView::receipt),
              ends(connection));
        });
  }

  private static Map<From, String> ends(Connection connection) throws SQLException {
    Map<From, String> ends = new HashMap<>();
    list(
        connection,
        ENDS,
        row -> ends.put(new From(row.text("platform"), row.text("account")), row.text("hash")));
    return ends;
  }

  private static <T> List<T> list(Connection connection, String query, Reader<T> reader)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(reader.read(new Row(rows)));
      }
    }
    return all;
  }

  private static Message message(Row row) throws SQLException {
    String fingerprint =
        Fingerprint.of(
            row.text("body"), row.text("recipient"), row.text("platform"), row.text("account"));
    return new Message(
        row.text("message_id"),
        State.valueOf(row.text("state")),
        row.number("attempt"),
        row.flag("in_doubt"),
        row.text("platform"),
        row.optionalText("route"),
        row.optionalText("platform_message_id"),
        row.text("recipient"),
        row.text("text_hash"),
        row.text("fingerprint"),
        fingerprint.equals(row.text("fingerprint")));
  }

  private static Chained receipt(Row row) throws SQLException {
    Receipt receipt =
        new Receipt(
            row.text("platform"),
            row.text("account"),
            row.bigNumber("sequence"),
            row.text("message_id"),
            row.text("order_id"),
            row.number("attempt"),
            State.valueOf(row.text("state")),
            row.optionalText("route"),
            row.optionalText("platform_message_id"),
            row.optionalText("thread_id"),
            row.text("fingerprint"),
            row.optionalText("reason_code"),
            row.time("recorded_at"));
    return new Chained(receipt, row.text("previous_hash"), row.text("hash"));
  }

  /** Reads one row. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(Row row) throws SQLException;
  }
}
