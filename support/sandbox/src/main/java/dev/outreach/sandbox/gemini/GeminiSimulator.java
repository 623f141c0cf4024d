package dev.outreach.sandbox.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Pause;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Simulator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gemini's Developer API: generate, stream, count, embed and the model list. The same request
 * always gets the same answer. Thread-safe.
 */
public final class GeminiSimulator implements Simulator {

  private static final int DEFAULT_DIMENSIONS = 768;
  private static final int UNAVAILABLE_ATTEMPTS = 2;

  private final Map<String, Integer> unavailableSoFar = new ConcurrentHashMap<>();
  private final GeminiSettings settings;

  public GeminiSimulator(GeminiSettings settings) {
    this.settings = settings;
  }

  @Override
  public String platform() {
    return "gemini";
  }

  @Override
  public String operation(Call call) {
    String last = call.segment(2);
    int colon = last.lastIndexOf(':');
    return switch (last.substring(colon + 1)) {
      case "generateContent" -> "generate";
      case "streamGenerateContent" -> "stream";
      case "countTokens" -> "count";
      case "batchEmbedContents" -> "embed";
      default -> "read_model";
    };
  }

  @Override
  public Reply refuse(Refusal refusal) {
    return GeminiErrors.refuse(refusal);
  }

  @Override
  public Reply answer(Call call) {
    if (!call.header("x-goog-api-key").equals(Optional.of(settings.apiKey()))) {
      return GeminiErrors.invalidKey();
    }
    String operation = operation(call);
    if (operation.equals("read_model")) {
      return models(call);
    }
    String model = call.segment(2).substring(0, call.segment(2).lastIndexOf(':'));
    if (!settings.models().contains(model)) {
      return GeminiErrors.notFound(model);
    }
    return switch (operation) {
      case "count" -> count(call.json());
      case "embed" -> embed(call.json());
      case "stream" -> asEvents(generate(call, model));
      default -> generate(call, model);
    };
  }

  private Reply generate(Call call, String model) {
    JsonNode request = call.json();
    String prompt = prompt(request);
    if (prompt.isBlank()) {
      return GeminiErrors.invalid("contents are required");
    }
    takeTime(prompt);
    return ScriptedMode.of(call, prompt)
        .flatMap(mode -> scripted(mode, model, request, prompt))
        .orElseGet(() -> Reply.ok(written(model, request, prompt)));
  }

  private Optional<Reply> scripted(
      ScriptedMode mode, String model, JsonNode request, String prompt) {
    return switch (mode) {
      case RATE_LIMIT -> Optional.of(GeminiErrors.rateLimited());
      case UNAVAILABLE_TWICE -> unavailable(prompt);
      case PROMPT_BLOCK -> Optional.of(Reply.ok(GeminiAnswer.blockedPrompt(model, prompt)));
      case SAFETY -> Optional.of(Reply.ok(GeminiAnswer.blockedAnswer(model, prompt)));
      case MAX_TOKENS -> Optional.of(Reply.ok(halved(model, request, prompt)));
      case EMPTY_CANDIDATES -> Optional.of(Reply.ok(GeminiAnswer.noCandidates(model, prompt)));
      case NOT_JSON -> Optional.of(Reply.text(200, "text/html", "<html>busy</html>"));
      case DELAY -> {
        Pause.of(settings.stall());
        yield Optional.empty();
      }
    };
  }

  private Optional<Reply> unavailable(String prompt) {
    int attempt = unavailableSoFar.merge(Hashes.hex(32, prompt), 1, Integer::sum);
    return attempt <= UNAVAILABLE_ATTEMPTS
        ? Optional.of(GeminiErrors.unavailable())
        : Optional.empty();
  }

  private static ObjectNode written(String model, JsonNode request, String prompt) {
    String text = GeminiAnswer.text(request, prompt);
    long allowed = request.path("generationConfig").path("maxOutputTokens").asLong(Long.MAX_VALUE);
    if (GeminiAnswer.tokens(text) <= allowed) {
      return GeminiAnswer.stopped(model, prompt, text);
    }
    return GeminiAnswer.cut(model, prompt, text.substring(0, (int) (allowed * 4)));
  }

  private static ObjectNode halved(String model, JsonNode request, String prompt) {
    String text = GeminiAnswer.text(request, prompt);
    return GeminiAnswer.cut(model, prompt, text.substring(0, text.length() / 2));
  }

  private void takeTime(String prompt) {
    long nanos = settings.latency().toNanos();
    if (nanos > 0) {
      Pause.of(Duration.ofNanos(nanos + Hashes.number("latency", prompt) % nanos));
    }
  }

  private static Reply count(JsonNode request) {
    JsonNode counted =
        request.has("generateContentRequest") ? request.path("generateContentRequest") : request;
    return Reply.ok(Json.object().put("totalTokens", GeminiAnswer.tokens(prompt(counted))));
  }

  private static Reply embed(JsonNode request) {
    ArrayNode embeddings = Json.array();
    for (JsonNode each : request.path("requests")) {
      ArrayNode values = embeddings.addObject().putArray("values");
      String text = each.path("content").path("parts").findValuesAsText("text").toString();
      int dimensions = each.path("outputDimensionality").asInt(DEFAULT_DIMENSIONS);
      for (double value : Embedding.of(text, dimensions)) {
        values.add((float) value);
      }
    }
    return Reply.ok(Json.object().set("embeddings", embeddings));
  }

  private Reply models(Call call) {
    if (!call.segment(2).isEmpty()) {
      return settings.models().contains(call.segment(2))
          ? Reply.ok(model(call.segment(2)))
          : GeminiErrors.notFound(call.segment(2));
    }
    ArrayNode models = Json.array();
    settings.models().forEach(name -> models.add(model(name)));
    return Reply.ok(Json.object().set("models", models));
  }

  private static ObjectNode model(String name) {
    return Json.object()
        .put("name", "models/" + name)
        .put("displayName", name)
        .put("inputTokenLimit", 1_048_576)
        .put("outputTokenLimit", 65_536);
  }

  private static Reply asEvents(Reply whole) {
    if (whole.status() != 200) {
      return whole;
    }
    String event = "data: " + whole.body() + "\r\n\r\n";
    return Reply.text(200, "text/event-stream", event);
  }

  /** Everything the request says, instructions first. */
  private static String prompt(JsonNode request) {
    StringBuilder prompt = new StringBuilder();
    request
        .path("systemInstruction")
        .path("parts")
        .forEach(part -> prompt.append(part.path("text").asText()).append('\n'));
    request
        .path("contents")
        .forEach(
            content ->
                content
                    .path("parts")
                    .forEach(part -> prompt.append(part.path("text").asText()).append('\n')));
    return prompt.toString();
  }
}
