package dev.outreach.discovery.table;

import dev.outreach.discovery.domain.RequestRules;
import dev.outreach.schemas.DiscoveryRequested;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of a row, whatever the row says: whether it makes sense is judged where all
 * requests are judged, so that a wrong row becomes a failed job.
 */
final class RequestRow {

  static final String TABLE = "social_discovery_requests";
  static final String COLUMNS =
      "id, workspace_id, platform, categories, locations, keywords, handles, max_profiles,"
          + " requested_by, correlation_id, inserted_at";

  private static final int USUAL_PEOPLE = 100;

  private RequestRow() {}

  /** The request of a captured row. A column that is not there any more counts as null. */
  static DiscoveryRequested captured(Struct row) {
    return request(
        String.valueOf(value(row, "id")),
        new Words(
            words(value(row, "categories")),
            words(value(row, "locations")),
            words(value(row, "keywords")),
            words(value(row, "handles"))),
        new Rest(
            text(value(row, "workspace_id")),
            text(value(row, "platform")),
            value(row, "max_profiles") instanceof Number most ? most.intValue() : null,
            text(value(row, "requested_by")),
            text(value(row, "correlation_id")),
            OffsetDateTime.parse(String.valueOf(value(row, "inserted_at"))).toInstant()));
  }

  /** The request of the row a query stands at, with {@link #COLUMNS}. */
  static DiscoveryRequested read(ResultSet row) throws SQLException {
    int most = row.getInt("max_profiles");
    Integer maxProfiles = row.wasNull() ? null : most;
    return request(
        row.getString("id"),
        new Words(
            words(row.getArray("categories")),
            words(row.getArray("locations")),
            words(row.getArray("keywords")),
            words(row.getArray("handles"))),
        new Rest(
            row.getString("workspace_id"),
            row.getString("platform"),
            maxProfiles,
            row.getString("requested_by"),
            row.getString("correlation_id"),
            row.getObject("inserted_at", OffsetDateTime.class).toInstant()));
  }

  private record Words(
      List<String> categories,
      List<String> locations,
      List<String> keywords,
      List<String> handles) {}

  private record Rest(
      @Nullable String workspace,
      @Nullable String platform,
      @Nullable Integer maxProfiles,
      @Nullable String requestedBy,
      @Nullable String correlationId,
      Instant insertedAt) {}

  private static DiscoveryRequested request(String id, Words words, Rest rest) {
    return DiscoveryRequested.newBuilder()
        .setJobId(id)
        .setWorkspaceId(word(rest.workspace(), "default"))
        .setPlatform(word(rest.platform(), ""))
        .setCategories(RequestRules.wordsWithinBounds(words.categories()))
        .setLocations(RequestRules.wordsWithinBounds(words.locations()))
        .setKeywords(RequestRules.wordsWithinBounds(words.keywords()))
        .setHandles(RequestRules.handlesWithinBounds(words.handles()))
        .setMaxProfiles(Objects.requireNonNullElse(rest.maxProfiles(), USUAL_PEOPLE))
        .setRequestedBy(word(rest.requestedBy(), "table"))
        .setRequestedAt(rest.insertedAt())
        .setCorrelationId(
            rest.correlationId() == null ? null : RequestRules.withinBounds(rest.correlationId()))
        .build();
  }

  private static String word(@Nullable String given, String otherwise) {
    return given == null ? otherwise : RequestRules.withinBounds(given);
  }

  private static @Nullable Object value(Struct row, String column) {
    Field field = row.schema().field(column);
    return field == null ? null : row.get(field);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static List<String> words(@Nullable Object array) {
    return array instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : List.of();
  }

  private static List<String> words(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : words((Object) Arrays.asList((Object[]) array.getArray()));
  }
}
