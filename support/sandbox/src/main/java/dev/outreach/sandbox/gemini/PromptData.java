package dev.outreach.sandbox.gemini;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The facts a prompt gives: the leaves of JSON objects inside its text, and lines of the form
 * {@code key: value}.
 */
final class PromptData {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern LINE =
      Pattern.compile("(?m)^[\\s*-]*([A-Za-z][A-Za-z _]{1,30}):[ \\t]+(.+)$");

  private final Map<String, String> values = new HashMap<>();
  private final List<String> facts = new ArrayList<>();

  private PromptData() {}

  static PromptData in(String text) {
    PromptData data = new PromptData();
    int at = text.indexOf('{');
    while (at >= 0) {
      at = text.indexOf('{', data.readObject(text, at));
    }
    Matcher line = LINE.matcher(text);
    while (line.find()) {
      data.putIfNew(line.group(1), line.group(2).strip());
    }
    return data;
  }

  /**
   * The first value found under any of the names, which match in any case and with or without
   * underscores.
   */
  Optional<String> first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null && !value.isBlank()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** Facts the prompt lists as such. */
  List<String> facts() {
    return List.copyOf(facts);
  }

  /** Reads the object that starts here and returns where to look on. */
  private int readObject(String text, int start) {
    try (JsonParser parser = MAPPER.createParser(text.substring(start))) {
      JsonNode object = MAPPER.readTree(parser);
      flatten("", object);
      return start + Math.max(1, (int) parser.currentLocation().getCharOffset());
    } catch (IOException notJson) {
      return start + 1;
    }
  }

  private void flatten(String name, JsonNode node) {
    if (node.isObject()) {
      node.properties().forEach(field -> flatten(field.getKey(), field.getValue()));
    } else if (node.isArray()) {
      node.forEach(item -> fromArray(name, item));
    } else if (!node.isNull()) {
      putIfNew(name, node.asText());
    }
  }

  private void fromArray(String name, JsonNode item) {
    if (item.isTextual() && key(name).contains("fact")) {
      facts.add(item.asText());
    } else {
      flatten(name, item);
    }
  }

  private void putIfNew(String name, String value) {
    values.putIfAbsent(key(name), value);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
