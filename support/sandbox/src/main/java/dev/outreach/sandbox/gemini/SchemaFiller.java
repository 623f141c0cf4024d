package dev.outreach.sandbox.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.outreach.sandbox.wire.Json;
import java.util.Locale;

/**
 * Answers in the shape of a response schema, putting the parts of a draft where the property names
 * ask for them.
 */
final class SchemaFiller {

  private final Draft draft;

  SchemaFiller(Draft draft) {
    this.draft = draft;
  }

  JsonNode fill(JsonNode schema) {
    return fill("", schema);
  }

  private JsonNode fill(String name, JsonNode schema) {
    return switch (schema.path("type").asText("STRING").toUpperCase(Locale.ROOT)) {
      case "OBJECT" -> object(schema);
      case "ARRAY" -> array(name, schema);
      case "BOOLEAN" -> BooleanNode.TRUE;
      case "INTEGER" -> LongNode.valueOf(Math.round(schema.path("minimum").asDouble(1)));
      case "NUMBER" -> DoubleNode.valueOf(schema.path("minimum").asDouble(0.5));
      default -> text(name, schema);
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode filled = Json.object();
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                filled.set(property.getKey(), fill(property.getKey(), property.getValue())));
    return filled;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode filled = Json.array();
    if (name.toLowerCase(Locale.ROOT).contains("fact")) {
      draft.factsUsed().forEach(filled::add);
      return filled;
    }
    long items = schema.path("minItems").asLong(0);
    for (long index = 0; index < items; index++) {
      filled.add(fill(name, schema.path("items")));
    }
    return filled;
  }

  private TextNode text(String name, JsonNode schema) {
    if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
      return TextNode.valueOf(schema.path("enum").get(0).asText());
    }
    String text =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "subject", "title" -> draft.subject();
          case "language", "lang" -> draft.language();
          case "reason", "rationale", "why", "explanation" -> draft.reason();
          default -> draft.body();
        };
    return TextNode.valueOf(atMost(schema.path("maxLength").asInt(Integer.MAX_VALUE), text));
  }

  /** Drops whole sentences from the end rather than cutting through one. */
  private static String atMost(int length, String text) {
    String shorter = text;
    while (shorter.length() > length) {
      int end =
          Math.max(
              shorter.lastIndexOf(". ", shorter.length() - 2),
              shorter.lastIndexOf("? ", shorter.length() - 2));
      shorter = end < 0 ? shorter.substring(0, length) : shorter.substring(0, end + 1);
    }
    return shorter;
  }
}
