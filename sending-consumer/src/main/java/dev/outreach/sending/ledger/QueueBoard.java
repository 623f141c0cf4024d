package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Usage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes down, for whoever asks, when each waiting message leaves and how much of each limit is
 * used. One of any number of senders does it at a time. Thread-safe.
 */
public final class QueueBoard {

  private static final long LOCK_KEY = 0x7175_6575_6562_6f61L;
  private static final String ONLY_ONE = "SELECT pg_try_advisory_xact_lock(?)";
  private static final Columns<Prediction> PREDICTIONS =
      Columns.<Prediction>none()
          .text("message_id", next -> next.waiting().messageId())
          .number("place", Prediction::place)
          .name("route", next -> next.waiting().route())
          .text("reason_code", next -> next.waiting().reason().map(Reason::code).orElse(null))
          .text("reason", next -> next.waiting().reason().map(Reason::sentence).orElse(null))
          .number("used", next -> next.usage(Usage::used))
          .number("allowed", next -> next.usage(Usage::allowed))
          .number("within_seconds", next -> next.usage(usage -> usage.within().toSeconds()))
          .time("predicted_at", Prediction::at);
  private static final String PREDICT =
      """
      INSERT INTO social_send_forecast AS f (%s) SELECT * FROM %s
      ON CONFLICT (message_id) DO UPDATE SET
        place = excluded.place, route = excluded.route, reason_code = excluded.reason_code,
        reason = excluded.reason, used = excluded.used, allowed = excluded.allowed,
        within_seconds = excluded.within_seconds, predicted_at = excluded.predicted_at
      WHERE (f.place, f.route, f.reason_code, f.reason, f.used, f.allowed, f.predicted_at)
        IS DISTINCT FROM (excluded.place, excluded.route, excluded.reason_code, excluded.reason,
          excluded.used, excluded.allowed, excluded.predicted_at)\
      """
          .formatted(PREDICTIONS.names(), PREDICTIONS.rows("p"));
  private static final String FORGET =
      """
      DELETE FROM social_send_forecast AS f WHERE NOT EXISTS (
        SELECT FROM social_send_ledger AS l
        WHERE l.message_id = f.message_id AND l.state = 'READY')\
      """;
  private static final String ACCOUNTS = "SELECT platform, account FROM social_send_accounts";
  private static final String GAUGE =
      """
      INSERT INTO social_send_gauges AS g
        (platform, account, route, message_type, within_seconds, used, allowed, ultimately,
         next_free_at, seen_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (platform, account, route, message_type, within_seconds) DO UPDATE SET
        used = excluded.used, allowed = excluded.allowed, ultimately = excluded.ultimately,
        next_free_at = excluded.next_free_at, seen_at = excluded.seen_at\
      """;
  private static final String FORGET_GAUGES = "DELETE FROM social_send_gauges WHERE seen_at <> ?";

  private static final String STOPS =
      """
      SELECT count(*) FILTER (WHERE alert) AS blocked,
        count(*) FILTER (WHERE held_code IS NOT NULL) AS held,
        count(*) FILTER (WHERE paused_by IS NOT NULL OR EXISTS (SELECT FROM social_send_stop))
          AS paused,
        COALESCE(sum(waiting), 0) AS waiting
      FROM social_send_account_states\
      """;

  private final Database database;
  private final ClaimRules rules;
  private final SendQueue queue;

  /** Over the ledger's database, with the rules its claims are decided by. */
  public QueueBoard(Database database, ClaimRules rules) {
    this.database = database;
    this.rules = rules;
    this.queue = new SendQueue(database, rules);
  }

  /**
   * Writes the board anew, as far as it has changed.
   *
   * @param most how many messages of the queue are predicted
   * @return how many messages wait on it; empty where another sender is at it
   */
  public Optional<Integer> refresh(int most, Instant now) {
    return database.transaction(
        "writing down the queue",
        connection -> {
          if (!isOnlyOne(connection)) {
            return Optional.empty();
          }
          List<Waiting> waiting = queue.explain(connection, most, now);
          predict(connection, waiting, now);
          gauge(connection, now.truncatedTo(ChronoUnit.MICROS));
          return Optional.of(waiting.size());
        });
  }

  private static boolean isOnlyOne(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ONLY_ONE)) {
      new Parameters(statement).number(LOCK_KEY);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static void predict(Connection connection, List<Waiting> waiting, Instant now)
      throws SQLException {
    List<Prediction> predictions = new ArrayList<>();
    for (Waiting next : waiting) {
      predictions.add(new Prediction(next, predictions.size() + 1L, now));
    }
    PREDICTIONS.write(connection, PREDICT, predictions);
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.executeUpdate();
    }
  }

  private void gauge(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(GAUGE);
        PreparedStatement forget = connection.prepareStatement(FORGET_GAUGES)) {
      for (From from : accounts(connection)) {
        AccountRow account = AccountRow.read(connection, from, now);
        SlotBook book = new SlotBook(connection, rules, account, People.nobody());
        for (Gauge gauge : Gauge.of(book, account)) {
          new Parameters(statement)
              .text(from.platform())
              .text(from.account())
              .name(gauge.route())
              .text(gauge.counts())
              .number(gauge.usage().within().toSeconds())
              .number(gauge.usage().used())
              .number(gauge.usage().allowed())
              .number(gauge.cap().most())
              .time(gauge.nextFree().orElse(null))
              .time(now);
          statement.addBatch();
        }
      }
      statement.executeBatch();
      new Parameters(forget).time(now);
      forget.executeUpdate();
    }
  }

  private static List<From> accounts(Connection connection) throws SQLException {
    List<From> accounts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ACCOUNTS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Row row = new Row(rows);
        accounts.add(new From(row.text("platform"), row.text("account")));
      }
    }
    return accounts;
  }

  /** What stands still. */
  public Stops stops() {
    return database.read(
        "counting what stands still",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STOPS);
              ResultSet rows = statement.executeQuery()) {
            rows.next();
            Row row = new Row(rows);
            return new Stops(
                row.number("blocked"),
                row.number("held"),
                row.number("paused"),
                row.number("waiting"));
          }
        });
  }

  /**
   * What stands still.
   *
   * @param blocked accounts their platform has blocked: somebody must look
   * @param held accounts that wait because of an answer of their platform, the blocked included
   * @param paused accounts an operator has paused, by themselves or with all
   * @param waiting messages that have not left yet
   */
  public record Stops(int blocked, int held, int paused, int waiting) {}

  /** What is written down of a message, as seen at a moment. */
  private record Prediction(Waiting waiting, long place, Instant now) {

    /** What leaves at the next look has no time, or each look would write it again. */
    @Nullable Instant at() {
      return waiting
          .predictedAt()
          .filter(now::isBefore)
          .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
          .orElse(null);
    }

    @Nullable Long usage(ToLongFunction<Usage> figure) {
      return waiting.usage().map(figure::applyAsLong).orElse(null);
    }
  }

  /** How long after a refresh the next one may begin, so that it takes a twentieth of the time. */
  public static Duration pauseAfter(Duration refresh) {
    Duration pause = refresh.multipliedBy(19);
    return pause.compareTo(Duration.ofSeconds(1)) > 0 ? pause : Duration.ofSeconds(1);
  }
}
