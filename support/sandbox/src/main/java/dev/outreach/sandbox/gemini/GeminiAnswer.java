package dev.outreach.sandbox.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;

/** The body of a generateContent answer. */
final class GeminiAnswer {

  private static final int CHARACTERS_PER_TOKEN = 4;

  private GeminiAnswer() {}

  static int tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
  }

  /** What the model writes, before any limit. */
  static String text(JsonNode request, String prompt) {
    JsonNode config = request.path("generationConfig");
    Draft draft = DraftWriter.write(prompt);
    if (!config.path("responseMimeType").asText().equals("application/json")) {
      return draft.body();
    }
    JsonNode schema =
        config.has("responseSchema")
            ? config.path("responseSchema")
            : config.path("responseJsonSchema");
    return Json.write(new SchemaFiller(draft).fill(schema));
  }

  static ObjectNode stopped(String model, String prompt, String text) {
    return candidate(model, prompt, text, "STOP");
  }

  static ObjectNode cut(String model, String prompt, String text) {
    return candidate(model, prompt, text, "MAX_TOKENS");
  }

  static ObjectNode blockedAnswer(String model, String prompt) {
    ObjectNode answer = envelope(model, prompt, "");
    answer.putArray("candidates").addObject().put("finishReason", "SAFETY").put("index", 0);
    return answer;
  }

  static ObjectNode blockedPrompt(String model, String prompt) {
    ObjectNode answer = envelope(model, prompt, "");
    answer.putObject("promptFeedback").put("blockReason", "SAFETY");
    return answer;
  }

  static ObjectNode noCandidates(String model, String prompt) {
    ObjectNode answer = envelope(model, prompt, "");
    answer.putArray("candidates");
    return answer;
  }

  private static ObjectNode candidate(String model, String prompt, String text, String finish) {
    ObjectNode answer = envelope(model, prompt, text);
    ObjectNode candidate = answer.putArray("candidates").addObject();
    ObjectNode content = candidate.putObject("content");
    content.putArray("parts").addObject().put("text", text);
    content.put("role", "model");
    candidate.put("finishReason", finish).put("index", 0);
    return answer;
  }

  private static ObjectNode envelope(String model, String prompt, String text) {
    int promptTokens = tokens(prompt);
    int answerTokens = tokens(text);
    int thoughts = (int) (Hashes.number("thoughts", prompt) % 90) + 10;
    ObjectNode answer = Json.object();
    answer
        .putObject("usageMetadata")
        .put("promptTokenCount", promptTokens)
        .put("candidatesTokenCount", answerTokens)
        .put("thoughtsTokenCount", thoughts)
        .put("totalTokenCount", promptTokens + answerTokens + thoughts);
    return answer
        .put("modelVersion", model)
        .put("responseId", Hashes.hex(20, "response", model, prompt));
  }
}
