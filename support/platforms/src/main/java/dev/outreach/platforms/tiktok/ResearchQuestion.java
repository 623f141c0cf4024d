package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.platforms.transport.Json;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A question for videos: of at most thirty days, see
 * developers.tiktok.com/doc/research-api-specs-query-videos.
 *
 * @param lastDay in UTC
 * @param most videos of one answer, 1 to 100
 */
record ResearchQuestion(List<Condition> conditions, LocalDate lastDay, int most) {

  private static final int LONGEST_SPAN_DAYS = 30;

  /** One of {@code field_name}'s values is required. */
  record Condition(String field, List<String> values) {}

  /** The first page. */
  ObjectNode first() {
    ObjectNode question = Json.object();
    ArrayNode all = question.putObject("query").putArray("and");
    for (Condition condition : conditions) {
      ArrayNode values =
          all.addObject()
              .put("operation", condition.values().size() == 1 ? "EQ" : "IN")
              .put("field_name", condition.field())
              .putArray("field_values");
      condition.values().forEach(values::add);
    }
    return question
        .put("start_date", day(lastDay.minusDays(LONGEST_SPAN_DAYS)))
        .put("end_date", day(lastDay))
        .put("max_count", most);
  }

  /** A later page, of the search the first one began. */
  JsonNode next(long cursor, String searchId) {
    return first().put("cursor", cursor).put("search_id", searchId);
  }

  private static String day(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
