package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Fills a generation that is not counted yet. People whose first event is in the batch, their
 * messages, and events are new unless the log repeats itself, so they are copied, in the order of
 * their keys, which keeps the work on the key's index together; everything else is merged by
 * version.
 */
public final class FillGeneration {

  private final CopyRows<Latest<ProfileRecord>> newPeople;
  private final CopyRows<Latest<MessageRecord>> newMessages;
  private final CopyRows<TimelineRecord> newEvents;
  private final String mergePeople;
  private final String mergeMessages;
  private final String mergeEvents;

  /** Fills a generation whose tables exist. */
  public FillGeneration(int generation) {
    String people = "social_profile_g" + generation;
    String messages = "social_message_g" + generation;
    String events = "social_timeline_entry_g" + generation;
    this.newPeople = new CopyRows<>(people, WriteProfiles.COLUMNS);
    this.newMessages = new CopyRows<>(messages, WriteMessages.COLUMNS);
    this.newEvents = new CopyRows<>(events, WriteTimeline.COLUMNS);
    this.mergePeople = merge(people, WriteProfiles.COLUMNS, "profile_id", "discovered_at");
    this.mergeMessages = merge(messages, WriteMessages.COLUMNS, "message_id", "created_at");
    this.mergeEvents =
        "INSERT INTO %s (%s) SELECT %s FROM %s ON CONFLICT DO NOTHING"
            .formatted(
                events,
                WriteTimeline.COLUMNS.names(),
                WriteTimeline.COLUMNS.values(),
                WriteTimeline.COLUMNS.incoming());
  }

  /** Rows of a batch, each person and message once. */
  public record Rows(
      List<Latest<ProfileRecord>> people,
      List<Latest<MessageRecord>> messages,
      List<TimelineRecord> events) {}

  /**
   * Writes rows the quick way; must run in the transaction that moves the offsets.
   *
   * @throws SQLException with state 23505 where something copied was there already: roll back and
   *     {@link #merge} the same rows
   */
  public void copy(Connection connection, Rows rows) throws SQLException {
    Set<UUID> fresh = new HashSet<>();
    for (Latest<ProfileRecord> person : rows.people()) {
      if (person.oldest() == 1) {
        fresh.add(person.row().profileId());
      }
    }
    newPeople.write(
        connection, inOrder(rows.people(), row -> fresh.contains(id(row)), FillGeneration::id));
    write(
        connection,
        mergePeople,
        WriteProfiles.COLUMNS,
        inOrder(rows.people(), row -> !fresh.contains(id(row)), FillGeneration::id));
    newMessages.write(
        connection,
        inOrder(
            rows.messages(),
            row -> fresh.contains(row.row().profileId()),
            row -> row.row().messageId()));
    write(
        connection,
        mergeMessages,
        WriteMessages.COLUMNS,
        inOrder(
            rows.messages(),
            row -> !fresh.contains(row.row().profileId()),
            row -> row.row().messageId()));
    newEvents.write(connection, inOrder(rows.events(), _ -> true, TimelineRecord::profileId));
  }

  private static UUID id(Latest<ProfileRecord> person) {
    return person.row().profileId();
  }

  private static <R> List<R> inOrder(List<R> rows, Predicate<R> wanted, Function<R, UUID> key) {
    return KeyOrder.by(key, rows.stream().filter(wanted).toList());
  }

  /** Writes rows whatever is there already; must run in the transaction that moves the offsets. */
  public void merge(Connection connection, Rows rows) throws SQLException {
    write(connection, mergePeople, WriteProfiles.COLUMNS, rows.people());
    write(connection, mergeMessages, WriteMessages.COLUMNS, rows.messages());
    write(connection, mergeEvents, WriteTimeline.COLUMNS, rows.events());
  }

  private static String merge(String table, Columns<?> columns, String key, String since) {
    return """
    INSERT INTO %s AS known (%s)
    SELECT %s FROM %s
    ON CONFLICT (%s, generation) DO UPDATE SET %s
    WHERE known.version < excluded.version
    """
        .formatted(
            table,
            columns.names(),
            columns.values(),
            columns.incoming(),
            key,
            columns.updates(key, since));
  }

  private static <R> void write(Connection connection, String sql, Columns<R> columns, List<R> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      columns.bind(statement, rows);
      statement.executeUpdate();
    }
  }
}
