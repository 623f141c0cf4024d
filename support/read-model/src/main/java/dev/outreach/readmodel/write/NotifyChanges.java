package dev.outreach.readmodel.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outreach.readmodel.ReadModelChange;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Tells listeners what the transaction changed, at the instant it becomes visible. */
public final class NotifyChanges {

  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final Columns<String> COLUMNS = new Columns<String>().text("change", json -> json);
  private static final String SQL =
      "SELECT pg_notify('%s', change) FROM %s"
          .formatted(ReadModelChange.CHANNEL, COLUMNS.incoming());

  /** Notifies; must run in the transaction that changed the rows. */
  public void of(Connection connection, Collection<ReadModelChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    List<String> texts = changes.stream().map(NotifyChanges::json).toList();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      COLUMNS.bind(statement, texts);
      statement.execute();
    }
  }

  private static String json(ReadModelChange change) {
    try {
      return JSON.writeValueAsString(change);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a change cannot be written as JSON", impossible);
    }
  }
}
