package dev.outreach.readmodel;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.util.Map;

/**
 * What one page of a job brought, as {@code social_discovery_pages} shows it; each component is the
 * column of that name.
 */
public record JobPageRow(
    long page,
    long found,
    long newPeople,
    long knownPeople,
    long duplicates,
    long refused,
    Map<String, Long> refusedByReason) {

  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  public JobPageRow {
    refusedByReason = Map.copyOf(refusedByReason);
  }

  static JobPageRow of(Row row) throws SQLException {
    return new JobPageRow(
        row.number("page"),
        row.number("found"),
        row.number("new_people"),
        row.number("known_people"),
        row.number("duplicates"),
        row.number("refused"),
        Json.read(row.text("refused_by_reason"), COUNTS));
  }
}
