package dev.outreach.readmodel.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Tells which generation readers see. */
public final class LiveGeneration {

  private static final String SQL = "SELECT generation FROM social_generation WHERE state = 'live'";

  /** Its number; there always is exactly one. */
  public int of(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL);
        ResultSet results = statement.executeQuery()) {
      if (!results.next()) {
        throw new SQLException("social_generation has no live row: restore it");
      }
      return results.getInt(1);
    }
  }
}
