package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Empties what people wrote, what was written to and about them and where, after they asked to be
 * forgotten; that something was sent, and when, stays.
 */
public final class ForgetWords {

  private final List<String> statements;
  private final String whoAsked;

  /** Forgets in a generation that exists. */
  public ForgetWords(int generation) {
    this.statements =
        List.of(
            """
            UPDATE social_message_g%d
            SET draft_body = NULL, sent_body = NULL, recipient = '', link = NULL, thread_id = NULL,
              checks = '[]', reason = NULL
            WHERE profile_id = ANY (?)
            """
                .formatted(generation),
            """
            UPDATE social_timeline_entry_g%d
            SET body = NULL, reason = NULL,
              actor = CASE actor_kind WHEN 'platform' THEN '' ELSE actor END
            WHERE profile_id = ANY (?)
            """
                .formatted(generation),
            "UPDATE social_replays SET body = NULL, checks = '[]' WHERE profile_id = ANY (?)");
    this.whoAsked =
        """
        SELECT profile_id, erased FROM social_profile_g%d
        WHERE profile_id = ANY (?)
        ORDER BY profile_id
        FOR SHARE
        """
            .formatted(generation);
  }

  /**
   * Forgets the words of those among these people who asked for it before; waits for whoever is
   * writing their rows now, so that of the two one sees what the other wrote.
   */
  public void ofThoseWhoAsked(Connection connection, Collection<UUID> people) throws SQLException {
    if (people.isEmpty()) {
      return;
    }
    List<UUID> asked = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(whoAsked)) {
      statement.setArray(1, connection.createArrayOf("uuid", people.toArray()));
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          if (results.getBoolean(2)) {
            asked.add(results.getObject(1, UUID.class));
          }
        }
      }
    }
    of(connection, asked);
  }

  /** Forgets the words of these people; must run after their rows were written. */
  public void of(Connection connection, Collection<UUID> people) throws SQLException {
    if (people.isEmpty()) {
      return;
    }
    for (String sql : statements) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("uuid", people.toArray()));
        statement.executeUpdate();
      }
    }
  }
}
