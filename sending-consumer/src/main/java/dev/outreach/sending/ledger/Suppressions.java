package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Task;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/**
 * Whom nothing must be sent to any more. Asked with every claim and once more at every write mark,
 * so an entry holds from the moment it is durable. Thread-safe.
 */
public final class Suppressions {

  private static final String ADD =
      """
      INSERT INTO social_send_suppressions (workspace_id, kind, value, reason_code, reason, since)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
      """;
  private static final String REMOVE =
      "DELETE FROM social_send_suppressions WHERE workspace_id = ? AND kind = ? AND value = ?";

  /**
   * Whatever stops the message {@code l} of the ledger. Each part is one look into the table's key,
   * however many are suppressed.
   */
  static final String OF_MESSAGE =
      """
      SELECT s.reason_code, s.reason FROM social_send_suppressions AS s
        WHERE s.workspace_id = l.workspace_id AND s.kind = 'PERSON' AND s.value = l.profile_id
      UNION ALL
      SELECT s.reason_code, s.reason FROM social_send_suppressions AS s
        WHERE s.workspace_id = l.workspace_id AND s.kind = 'HANDLE'
          AND s.value = lower(l.platform || ':' || l.username)
      UNION ALL
      SELECT s.reason_code, s.reason FROM social_send_suppressions AS s
        WHERE l.domain IS NOT NULL AND s.workspace_id = l.workspace_id AND s.kind = 'DOMAIN'
          AND s.value = ANY (social_send_domains(l.domain))\
      """;

  private final Database database;

  /** Over the ledger's database. */
  public Suppressions(Database database) {
    this.database = database;
  }

  /** Who is meant. */
  public sealed interface Who {

    /** One person on one network. */
    record Person(String profileId) implements Who {}

    /** Whoever has the handle. */
    record Handle(String platform, String username) implements Who {}

    /** Whoever links to a website of the domain or below it. */
    record Domain(String name) implements Who {}
  }

  /** Suppresses somebody; doing it twice changes nothing. */
  public void add(String workspaceId, Who who, Reason reason, Instant now) {
    database.transaction(
        "suppressing somebody",
        connection -> new Entry(workspaceId, reason, now).add(connection, who));
  }

  /** The person by id and, where it may be kept, by handle: found anew they have another id. */
  static void add(Connection connection, Task.Suppressed task, Instant now) throws SQLException {
    Entry entry = new Entry(task.workspaceId(), task.reason(), now);
    entry.add(connection, new Who.Person(task.profileId()));
    if (task.username().isPresent()) {
      entry.add(connection, new Who.Handle(task.platform(), task.username().get()));
    }
  }

  /** Why and since when, in whose list. */
  private record Entry(String workspaceId, Reason reason, Instant since) {

    int add(Connection connection, Who who) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(ADD)) {
        new Parameters(statement)
            .text(workspaceId)
            .text(kind(who))
            .text(value(who))
            .text(reason.code())
            .text(reason.sentence())
            .time(since);
        return statement.executeUpdate();
      }
    }
  }

  /** Lifts a suppression; false where there was none. */
  public boolean remove(String workspaceId, Who who) {
    return database.transaction(
        "lifting a suppression",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
            new Parameters(statement).text(workspaceId).text(kind(who)).text(value(who));
            return statement.executeUpdate() == 1;
          }
        });
  }

  private static String kind(Who who) {
    return switch (who) {
      case Who.Person _ -> "PERSON";
      case Who.Handle _ -> "HANDLE";
      case Who.Domain _ -> "DOMAIN";
    };
  }

  private static String value(Who who) {
    return switch (who) {
      case Who.Person(String profileId) -> profileId;
      case Who.Handle(String platform, String username) ->
          (platform + ":" + username).toLowerCase(Locale.ROOT);
      case Who.Domain(String name) -> name.toLowerCase(Locale.ROOT);
    };
  }
}
