package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Adds a receipt to the account's chain for every message that comes to an end. */
final class Receipts {

  private static final Columns<From> ACCOUNTS =
      Columns.<From>none().text("platform", From::platform).text("account", From::account);
  private static final Columns<From> BEGINNINGS = ACCOUNTS.text("hash", _ -> Receipt.BEGINNING);

  /** In one order, so that two writers never wait for each other in a circle. */
  private static final String OPEN_CHAINS =
      """
      INSERT INTO social_send_chains (platform, account, sequence, hash)
      SELECT DISTINCT platform, account, 0, hash FROM %s ORDER BY platform, account
      ON CONFLICT DO NOTHING\
      """
          .formatted(BEGINNINGS.rows("b"));

  private static final String LOCK_CHAINS =
      """
      SELECT platform, account, sequence, hash FROM social_send_chains
      WHERE (platform, account) IN (SELECT platform, account FROM %s)
      ORDER BY platform, account FOR UPDATE\
      """
          .formatted(ACCOUNTS.rows("a"));
  private static final Columns<Chained> RECEIPTS =
      Columns.<Chained>none()
          .text("platform", chained -> chained.receipt().platform())
          .text("account", chained -> chained.receipt().account())
          .number("sequence", chained -> chained.receipt().sequence())
          .text("message_id", chained -> chained.receipt().messageId())
          .text("order_id", chained -> chained.receipt().orderId())
          .number("attempt", chained -> (long) chained.receipt().attempt())
          .name("state", chained -> chained.receipt().state())
          .text("route", chained -> chained.receipt().route().orElse(null))
          .text(
              "platform_message_id", chained -> chained.receipt().platformMessageId().orElse(null))
          .text("thread_id", chained -> chained.receipt().threadId().orElse(null))
          .text("fingerprint", chained -> chained.receipt().fingerprint())
          .text("reason_code", chained -> chained.receipt().reasonCode().orElse(null))
          .time("recorded_at", chained -> chained.receipt().recordedAt())
          .text("previous_hash", Chained::previousHash)
          .text("hash", Chained::hash);
  private static final String ADD =
      "INSERT INTO social_send_receipts (%s) SELECT * FROM %s"
          .formatted(RECEIPTS.names(), RECEIPTS.rows("r"));
  private static final Columns<Map.Entry<From, Link>> ENDS =
      Columns.<Map.Entry<From, Link>>none()
          .text("platform", end -> end.getKey().platform())
          .text("account", end -> end.getKey().account())
          .number("sequence", end -> end.getValue().sequence())
          .text("hash", end -> end.getValue().hash());
  private static final String CLOSE_CHAINS =
      """
      UPDATE social_send_chains AS c SET sequence = e.sequence, hash = e.hash FROM %s
      WHERE c.platform = e.platform AND c.account = e.account\
      """
          .formatted(ENDS.rows("e"));

  void follow(Connection connection, List<Made> made) throws SQLException {
    List<Made> ended =
        made.stream().filter(step -> step.change().transition().to().isFinal()).toList();
    if (ended.isEmpty()) {
      return;
    }
    Map<From, Link> ends = lock(connection, ended.stream().map(Made::from).distinct().toList());
    List<Chained> receipts = new ArrayList<>();
    for (Made step : ended) {
      Link last = Objects.requireNonNull(ends.get(step.from()), "its chain is locked");
      Receipt receipt = receipt(step, last.sequence() + 1);
      String hash = receipt.hashAfter(last.hash());
      receipts.add(new Chained(receipt, last.hash(), hash));
      ends.put(step.from(), new Link(receipt.sequence(), hash));
    }
    RECEIPTS.write(connection, ADD, receipts);
    ENDS.write(connection, CLOSE_CHAINS, List.copyOf(ends.entrySet()));
  }

  private static Receipt receipt(Made step, long sequence) {
    return new Receipt(
        step.from().platform(),
        step.from().account(),
        sequence,
        step.messageId(),
        step.orderId(),
        step.attempt(),
        step.change().transition().to(),
        step.route(),
        step.platformMessageId(),
        step.threadId(),
        step.fingerprint(),
        step.reasonCode(),
        step.changedAt().truncatedTo(ChronoUnit.MICROS));
  }

  private static Map<From, Link> lock(Connection connection, List<From> accounts)
      throws SQLException {
    Map<From, Link> ends = select(connection, accounts);
    if (ends.size() < accounts.size()) {
      BEGINNINGS.write(connection, OPEN_CHAINS, accounts);
      ends = select(connection, accounts);
    }
    return ends;
  }

  private static Map<From, Link> select(Connection connection, List<From> accounts)
      throws SQLException {
    Map<From, Link> ends = new HashMap<>();
    try (PreparedStatement lock = connection.prepareStatement(LOCK_CHAINS);
        ResultSet rows = ACCOUNTS.bind(lock, accounts).executeQuery()) {
      while (rows.next()) {
        Row row = new Row(rows);
        ends.put(
            new From(row.text("platform"), row.text("account")),
            new Link(row.bigNumber("sequence"), row.text("hash")));
      }
    }
    return ends;
  }

  /** The end of a chain. */
  private record Link(long sequence, String hash) {}

  /** A receipt in its place. */
  private record Chained(Receipt receipt, String previousHash, String hash) {}
}
