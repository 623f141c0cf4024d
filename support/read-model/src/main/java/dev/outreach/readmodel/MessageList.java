package dev.outreach.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Messages, newest first, a page at a time. Thread-safe. */
public final class MessageList {

  /** One index range per status, merged, as in {@link ProfileList}. */
  private static final String BY_STATUS =
      """
      SELECT m.*
      FROM unnest(?::social_message_status[]) AS wanted (status)
      CROSS JOIN LATERAL (
        SELECT *
        FROM social_messages
        WHERE status = wanted.status
        AND %s
        ORDER BY created_at DESC, message_id DESC
        LIMIT ?
      ) m
      ORDER BY m.created_at DESC, m.message_id DESC
      LIMIT ?
      """;

  private static final String BY_PEOPLE =
      """
      SELECT *
      FROM social_messages
      WHERE status = ANY (?::social_message_status[])
      AND %s
      ORDER BY created_at DESC, message_id DESC
      LIMIT ?
      """;

  private final DataSource dataSource;

  public MessageList(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * One page.
   *
   * @param after where the page before ended; null for the first
   * @param limit 1 to 1000 rows
   * @throws ReadModelException where the tables are missing or PostgreSQL does not answer
   */
  public Page<MessageRow> page(MessageFilter filter, @Nullable Cursor after, int limit) {
    Words.checkLimit(limit);
    boolean byPeople = !filter.profileIds().isEmpty();
    Conditions conditions = conditions(filter, after);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(statuses(filter));
    values.addAll(conditions.values());
    values.add(limit + 1);
    if (!byPeople) {
      values.add(limit + 1);
    }
    String sql = (byPeople ? BY_PEOPLE : BY_STATUS).formatted(conditions.sql());
    return Page.of(
        Reading.rows(dataSource, sql, values, MessageRow::of),
        limit,
        row -> new Cursor(row.createdAt(), row.messageId()));
  }

  /** One message, where the workspace knows it. */
  public Optional<MessageRow> find(String workspaceId, UUID messageId) {
    return Reading.rows(
            dataSource,
            "SELECT * FROM social_messages WHERE workspace_id = ? AND message_id = ?",
            List.of(workspaceId, messageId),
            MessageRow::of)
        .stream()
        .findFirst();
  }

  private static Conditions conditions(MessageFilter filter, @Nullable Cursor after) {
    Conditions conditions =
        new Conditions()
            .and("workspace_id = ?", filter.workspaceId())
            .andIfGiven("platform = ?::social_platform", filter.platform());
    if (!filter.profileIds().isEmpty()) {
      conditions.and("profile_id = ANY (?)", (Object) filter.profileIds().toArray(UUID[]::new));
    }
    return after == null
        ? conditions
        : conditions.and("(created_at, message_id) < (?, ?)", after.at(), after.id());
  }

  private static String[] statuses(MessageFilter filter) {
    Set<String> chosen = filter.statuses().isEmpty() ? Words.MESSAGE_STATUSES : filter.statuses();
    return chosen.toArray(String[]::new);
  }
}
