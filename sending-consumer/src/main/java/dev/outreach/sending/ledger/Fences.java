package dev.outreach.sending.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Numbers that no claim has had before. */
final class Fences {

  private final Deque<Long> numbers = new ArrayDeque<>();

  private Fences() {}

  static Fences take(Connection connection, int many) throws SQLException {
    Fences fences = new Fences();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT nextval('social_send_fence') FROM generate_series(1, ?)")) {
      new Parameters(statement).number(many);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          fences.numbers.add(rows.getLong(1));
        }
      }
    }
    return fences;
  }

  long next() {
    return numbers.remove();
  }
}
