package dev.outreach.drafting.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import com.google.genai.types.ThinkingConfig;
import com.google.genai.types.ThinkingLevel;
import com.google.genai.types.Type;
import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.Brief;
import dev.outreach.drafting.domain.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says a brief as a request. Our words go into the system instruction; the person's only into a
 * JSON object between two marks of the user's part, where line ends and quotes are escaped, so that
 * no text of theirs can end it.
 */
final class GeminiRequest {

  static final int MOST_OUTPUT_TOKENS = 2_048;

  private static final float TEMPERATURE = 0.8f;
  private static final int LATEST_TURNS = 6;
  private static final int LONGEST_TURN = 1_000;

  private GeminiRequest() {}

  static String data(Brief brief) {
    String data = "BEGIN DATA\n" + facts(brief) + "\nEND DATA\nWrite the message.";
    return brief
        .complaint()
        .map(why -> data + "\nAn earlier text was refused (" + why + "). Write a different one.")
        .orElse(data);
  }

  static GenerateContentConfig config(Brief brief, String model) {
    String instruction = brief.prompt().instruction(brief.assignment());
    GenerateContentConfig.Builder config =
        GenerateContentConfig.builder()
            .systemInstruction(Content.fromParts(Part.fromText(instruction)))
            .temperature(TEMPERATURE)
            .candidateCount(1)
            .maxOutputTokens(MOST_OUTPUT_TOKENS)
            .responseMimeType("application/json")
            .responseSchema(schema(brief.assignment()));
    if (model.startsWith("gemini-3")) {
      config.thinkingConfig(
          ThinkingConfig.builder().thinkingLevel(ThinkingLevel.Known.LOW).build());
    }
    return config.build();
  }

  private static Schema schema(Assignment assignment) {
    Schema facts = Schema.builder().type(Type.Known.ARRAY).maxItems(4L).items(text(120)).build();
    return Schema.builder()
        .type(Type.Known.OBJECT)
        .properties(
            Map.of(
                "body", text(assignment.limit().most()),
                "language", text(35),
                "facts_used", facts,
                "reason", text(300)))
        .required("body", "language", "facts_used")
        .propertyOrdering("body", "language", "facts_used", "reason")
        .build();
  }

  private static Schema text(long longest) {
    return Schema.builder().type(Type.Known.STRING).maxLength(longest).build();
  }

  private static ObjectNode facts(Brief brief) {
    Assignment assignment = brief.assignment();
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("platform", lower(assignment.network()));
    data.put("message_type", lower(assignment.kind()));
    data.put("follow_up_number", assignment.step());
    data.put("language", assignment.language());
    assignment.person().firstName().ifPresent(name -> data.put("first_name", name));
    ArrayNode facts = data.putArray("facts");
    brief.facts().forEach(facts::add);
    addThread(data.putArray("earlier_messages"), assignment.thread());
    return data;
  }

  private static void addThread(ArrayNode messages, List<Turn> thread) {
    for (Turn turn : thread.subList(Math.max(0, thread.size() - LATEST_TURNS), thread.size())) {
      messages
          .addObject()
          .put("from", turn.ours() ? "us" : "them")
          .put("text", shortened(turn.text()));
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TURN ? text : text.substring(0, LONGEST_TURN);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
