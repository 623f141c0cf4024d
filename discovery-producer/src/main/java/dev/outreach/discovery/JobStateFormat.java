package dev.outreach.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.discovery.records.JobTotals;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A job's state as text that fits into the metadata of a Kafka offset (4096 bytes on a broker as it
 * comes).
 */
final class JobStateFormat {

  private static final int LONGEST = 4_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private JobStateFormat() {}

  /** Empty where the platform's cursor is too long to be kept. */
  static Optional<String> write(JobState state) {
    ObjectNode json = JSON.createObjectNode();
    json.put("s", state.searching());
    state.cursor().ifPresent(cursor -> json.put("c", cursor));
    json.put("h", state.handled());
    json.put("f", state.totals().found());
    json.put("d", state.totals().duplicates());
    json.put("p", state.totals().pages());
    json.putPOJO("r", state.totals().refused());
    json.put("n", state.steps());
    json.put("e", state.failures());
    state.pausedSince().ifPresent(since -> json.put("q", since.toEpochMilli()));
    state.waitsUntil().ifPresent(until -> json.put("w", until.toEpochMilli()));
    String text = json.toString();
    return text.length() > LONGEST ? Optional.empty() : Optional.of(text);
  }

  /** Empty for the metadata of an offset no job is at. */
  static Optional<JobState> read(String metadata) {
    if (metadata.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(metadata);
      Map<String, Long> refused =
          JSON.convertValue(json.path("r"), new TypeReference<Map<String, Long>>() {});
      return Optional.of(
          new JobState(
              json.path("s").asBoolean(),
              Optional.ofNullable(json.path("c").textValue()),
              json.path("h").asInt(),
              new JobTotals(
                  json.path("f").asLong(),
                  json.path("d").asLong(),
                  refused == null ? Map.of() : refused,
                  json.path("p").asLong()),
              json.path("n").asLong(),
              json.path("e").asInt(),
              instant(json, "q"),
              instant(json, "w")));
    } catch (JsonProcessingException | IllegalArgumentException _) {
      // Written by something else: the job begins again, and a doubled profile is the same key.
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(JsonNode json, String field) {
    return json.has(field)
        ? Optional.of(Instant.ofEpochMilli(json.path(field).asLong()))
        : Optional.empty();
  }
}
