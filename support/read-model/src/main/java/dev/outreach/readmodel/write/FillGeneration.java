package dev.outreach.readmodel.write;

import java.sql.Connection;
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

  private final Table<Latest<ProfileRecord>> people;
  private final Table<Latest<MessageRecord>> messages;
  private final Table<TimelineRecord> events;

  /** Fills a generation whose tables exist. */
  public FillGeneration(int generation) {
    this.people = people("social_profile_g" + generation);
    this.messages = messages("social_message_g" + generation);
    this.events = events("social_timeline_entry_g" + generation);
  }

  private static Table<Latest<ProfileRecord>> people(String table) {
    return new Table<>(
        new CopyRows<>(table, WriteProfiles.COLUMNS),
        merge(table, WriteProfiles.COLUMNS, "profile_id", "discovered_at"),
        WriteProfiles.COLUMNS,
        FillGeneration::id);
  }

  private static Table<Latest<MessageRecord>> messages(String table) {
    return new Table<>(
        new CopyRows<>(table, WriteMessages.COLUMNS),
        merge(table, WriteMessages.COLUMNS, "message_id", "created_at"),
        WriteMessages.COLUMNS,
        message -> message.row().messageId());
  }

  private static Table<TimelineRecord> events(String table) {
    return new Table<>(
        new CopyRows<>(table, WriteTimeline.COLUMNS),
        "INSERT INTO %s (%s) SELECT %s FROM %s ON CONFLICT DO NOTHING"
            .formatted(
                table,
                WriteTimeline.COLUMNS.names(),
                WriteTimeline.COLUMNS.values(),
                WriteTimeline.COLUMNS.incoming()),
        WriteTimeline.COLUMNS,
        TimelineRecord::profileId);
  }

  /** Rows of a batch, each person and message once. */
  public record Rows(
      List<Latest<ProfileRecord>> people,
      List<Latest<MessageRecord>> messages,
      List<TimelineRecord> events) {}

  /** Writes rows; must run in the transaction that moves the offsets. */
  public void write(Connection connection, Rows rows) throws SQLException {
    Set<UUID> fresh = new HashSet<>();
    for (Latest<ProfileRecord> person : rows.people()) {
      if (person.oldest() == 1) {
        fresh.add(id(person));
      }
    }
    people.write(connection, rows.people(), person -> fresh.contains(id(person)));
    messages.write(
        connection, rows.messages(), message -> fresh.contains(message.row().profileId()));
    events.write(connection, rows.events(), _ -> true);
  }

  private static UUID id(Latest<ProfileRecord> person) {
    return person.row().profileId();
  }

  /** One table: how new rows come in, and how any row does. */
  private record Table<R>(
      CopyRows<R> copy, String merge, Columns<R> columns, Function<R, UUID> key) {

    void write(Connection connection, List<R> rows, Predicate<R> isNew) throws SQLException {
      List<R> inOrder = KeyOrder.by(key, rows);
      List<R> fresh = inOrder.stream().filter(isNew).toList();
      if (copy.writeIfNew(connection, fresh)) {
        columns.execute(connection, merge, inOrder.stream().filter(isNew.negate()).toList());
      } else {
        columns.execute(connection, merge, inOrder);
      }
    }
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
}
