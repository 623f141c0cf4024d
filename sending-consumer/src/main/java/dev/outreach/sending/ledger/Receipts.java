package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Receipt;
import dev.outreach.sending.domain.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds a receipt to the account's chain for every message that comes to an end. */
final class Receipts {

  private static final String ENDED =
      """
      SELECT platform, account, message_id, order_id, attempt, state, route, platform_message_id,
        thread_id, fingerprint, reason_code, changed_at
      FROM social_send_ledger WHERE message_id = ANY (?) ORDER BY message_id""";
  private static final String OPEN_CHAIN =
      """
      INSERT INTO social_send_chains (platform, account, sequence, hash) VALUES (?, ?, 0, ?)
      ON CONFLICT DO NOTHING""";
  private static final String LOCK_CHAIN =
      """
      SELECT sequence, hash FROM social_send_chains WHERE platform = ? AND account = ?
      FOR UPDATE""";
  private static final String ADD =
      """
      INSERT INTO social_send_receipts
        (platform, account, sequence, message_id, order_id, attempt, state, route,
         platform_message_id, thread_id, fingerprint, reason_code, recorded_at, previous_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String CLOSE_CHAIN =
      "UPDATE social_send_chains SET sequence = ?, hash = ? WHERE platform = ? AND account = ?";

  void follow(Connection connection, List<Change> made) throws SQLException {
    List<String> ended =
        made.stream()
            .filter(change -> change.transition().to().isFinal())
            .map(Change::messageId)
            .toList();
    if (ended.isEmpty()) {
      return;
    }
    for (List<Receipt> ofAccount : receipts(connection, ended).values()) {
      chain(connection, ofAccount);
    }
  }

  /** In the order of the accounts, so that two writers never wait for each other in a circle. */
  private static Map<From, List<Receipt>> receipts(Connection connection, List<String> ended)
      throws SQLException {
    Map<From, List<Receipt>> receipts =
        new TreeMap<>(Comparator.comparing(From::platform).thenComparing(From::account));
    try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
      new Parameters(statement).texts(ended);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Receipt receipt = receipt(new Row(rows));
          From from = new From(receipt.platform(), receipt.account());
          receipts.computeIfAbsent(from, _ -> new ArrayList<>()).add(receipt);
        }
      }
    }
    return receipts;
  }

  private static Receipt receipt(Row row) throws SQLException {
    Instant recorded = row.time("changed_at").truncatedTo(ChronoUnit.MICROS);
    return new Receipt(
        row.text("platform"),
        row.text("account"),
        0,
        row.text("message_id"),
        row.text("order_id"),
        row.number("attempt"),
        State.valueOf(row.text("state")),
        row.optionalText("route"),
        row.optionalText("platform_message_id"),
        row.optionalText("thread_id"),
        row.text("fingerprint"),
        row.optionalText("reason_code"),
        recorded);
  }

  private static void chain(Connection connection, List<Receipt> receipts) throws SQLException {
    From from = new From(receipts.getFirst().platform(), receipts.getFirst().account());
    Link link = lock(connection, from);
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      for (Receipt receipt : receipts) {
        Receipt numbered = numbered(receipt, link.sequence() + 1);
        String hash = numbered.hashAfter(link.hash());
        bind(add, numbered, link.hash(), hash);
        add.addBatch();
        link = new Link(numbered.sequence(), hash);
      }
      add.executeBatch();
    }
    close(connection, from, link);
  }

  private static Link lock(Connection connection, From from) throws SQLException {
    try (PreparedStatement open = connection.prepareStatement(OPEN_CHAIN)) {
      new Parameters(open).text(from.platform()).text(from.account()).text(Receipt.BEGINNING);
      open.executeUpdate();
    }
    try (PreparedStatement lock = connection.prepareStatement(LOCK_CHAIN)) {
      new Parameters(lock).text(from.platform()).text(from.account());
      try (ResultSet rows = lock.executeQuery()) {
        rows.next();
        Row row = new Row(rows);
        return new Link(row.bigNumber("sequence"), row.text("hash"));
      }
    }
  }

  private static void close(Connection connection, From from, Link end) throws SQLException {
    try (PreparedStatement close = connection.prepareStatement(CLOSE_CHAIN)) {
      new Parameters(close)
          .number(end.sequence())
          .text(end.hash())
          .text(from.platform())
          .text(from.account());
      close.executeUpdate();
    }
  }

  private static Receipt numbered(Receipt receipt, long sequence) {
    return new Receipt(
        receipt.platform(),
        receipt.account(),
        sequence,
        receipt.messageId(),
        receipt.orderId(),
        receipt.attempt(),
        receipt.state(),
        receipt.route(),
        receipt.platformMessageId(),
        receipt.threadId(),
        receipt.fingerprint(),
        receipt.reasonCode(),
        receipt.recordedAt());
  }

  private static void bind(PreparedStatement add, Receipt receipt, String previousHash, String hash)
      throws SQLException {
    new Parameters(add)
        .text(receipt.platform())
        .text(receipt.account())
        .number(receipt.sequence())
        .text(receipt.messageId())
        .text(receipt.orderId())
        .number(receipt.attempt())
        .name(receipt.state())
        .text(receipt.route().orElse(null))
        .text(receipt.platformMessageId().orElse(null))
        .text(receipt.threadId().orElse(null))
        .text(receipt.fingerprint())
        .text(receipt.reasonCode().orElse(null))
        .time(receipt.recordedAt())
        .text(previousHash)
        .text(hash);
  }

  /** The end of a chain. */
  private record Link(long sequence, String hash) {}
}
