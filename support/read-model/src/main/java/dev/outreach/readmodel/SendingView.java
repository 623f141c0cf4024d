package dev.outreach.readmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the sender shows of its queue and its accounts. Reads only. Thread-safe. */
public final class SendingView {

  /** Who does not stand in line comes last: what is under way, then what waits for a person. */
  private static final String QUEUE =
      """
      SELECT q.message_id::uuid, q.profile_id::uuid, p.username, lower(q.platform) AS platform,
        q.account, q.step::int, lower(q.message_type) AS message_type, q.state, q.place::int, lower(q.route) AS route,
        q.reason_code, q.reason, q.used::int, q.allowed::int, q.within_seconds::bigint,
        q.predicted_at,
        q.approved_at, q.expires_at
      FROM social_send_queue q
      LEFT JOIN social_profiles p ON p.profile_id = q.profile_id::uuid
      WHERE q.workspace_id = ?
        AND (?::text IS NULL OR lower(q.platform) = ?) AND (?::text IS NULL OR q.account = ?)
      ORDER BY q.state <> 'sending', q.state <> 'waiting', q.place NULLS LAST, q.state,
        q.approved_at, q.message_id
      LIMIT ?
      """;

  private static final String COUNT =
      """
      SELECT state, count(*) AS messages FROM social_send_queue
      WHERE workspace_id = ?
        AND (?::text IS NULL OR lower(platform) = ?) AND (?::text IS NULL OR account = ?)
      GROUP BY state
      """;

  private static final String ACCOUNTS =
      """
      SELECT lower(platform) AS platform, account, since, paused_by, paused_at, paused_reason,
        held_code, held_reason, held_until, coalesce(alert, false) AS alert, risk_accepted_by,
        risk_accepted_at, waiting
      FROM social_send_account_states ORDER BY 1, account
      """;

  private static final String GAUGES =
      """
      SELECT lower(platform) || '/' || account AS place, lower(route) AS route,
        lower(message_type) AS message_type, within_seconds::bigint, used::int, allowed::int,
        ultimately::int,
        next_free_at
      FROM social_send_gauges ORDER BY route, message_type, within_seconds
      """;

  private static final String PAUSE = "SELECT paused_by, paused_at, reason FROM social_send_stop";

  private final DataSource dataSource;

  public SendingView(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Whose queue.
   *
   * @param platform lower-case word; null for all
   * @param account name; null for all
   */
  public record Filter(String workspaceId, @Nullable String platform, @Nullable String account) {

    private List<@Nullable Object> values() {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(workspaceId);
      values.add(platform);
      values.add(platform);
      values.add(account);
      values.add(account);
      return values;
    }
  }

  /**
   * The queue in the order of sending.
   *
   * @throws ReadModelException where the sender has made no tables or PostgreSQL does not answer
   */
  public List<QueueRow> queue(Filter filter, int most) {
    List<@Nullable Object> values = filter.values();
    values.add(most);
    return Reading.rows(dataSource, QUEUE, values, QueueRow::of);
  }

  /** How many messages are in each state of the queue. */
  public Map<String, Long> counts(Filter filter) {
    Map<String, Long> counts = new HashMap<>();
    Reading.rows(
        dataSource,
        COUNT,
        filter.values(),
        row -> counts.put(row.text("state"), row.number("messages")));
    return counts;
  }

  /** Every account the sender knows. */
  public List<SendAccount> accounts() {
    Map<String, List<LimitGauge>> gauges = new HashMap<>();
    Reading.rows(
        dataSource,
        GAUGES,
        List.of(),
        row ->
            gauges
                .computeIfAbsent(row.text("place"), _ -> new ArrayList<>())
                .add(LimitGauge.of(row)));
    return Reading.rows(
        dataSource,
        ACCOUNTS,
        List.of(),
        row ->
            SendAccount.of(
                row,
                gauges.getOrDefault(row.text("platform") + "/" + row.text("account"), List.of())));
  }

  /** Who has stopped all sending, where somebody has. */
  public Optional<SendingPause> pause() {
    return Reading.rows(
            dataSource,
            PAUSE,
            List.of(),
            row ->
                new SendingPause(
                    row.text("paused_by"), row.time("paused_at"), row.optionalText("reason")))
        .stream()
        .findFirst();
  }
}
