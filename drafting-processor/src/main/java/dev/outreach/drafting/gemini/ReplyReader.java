package dev.outreach.drafting.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import dev.outreach.drafting.domain.Proposal;
import dev.outreach.drafting.domain.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads what the service answered with status 200, odd answers included: no candidates, a blocked
 * prompt, a stopped or cut text, thoughts instead of words. The library's own {@code text()} throws
 * on some of these and hides others, so it is not used.
 */
final class ReplyReader {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private ReplyReader() {}

  static Reply read(GenerateContentResponse response) {
    Tokens tokens = Tokens.of(response.usageMetadata());
    if (response.promptFeedback().flatMap(feedback -> feedback.blockReason()).isPresent()) {
      return Reply.Bad.forGood(RefusalCode.SAFETY_BLOCK, "the service refused the request", tokens);
    }
    List<Candidate> candidates = response.candidates().orElse(List.of());
    return candidates.isEmpty()
        ? Reply.Bad.forNow(RefusalCode.SCHEMA, "the answer is empty", tokens)
        : read(candidates.getFirst(), tokens);
  }

  private static Reply read(Candidate candidate, Tokens tokens) {
    String finish =
        candidate.finishReason().map(FinishReason::toString).orElse("FINISH_REASON_UNSPECIFIED");
    return switch (finish) {
      case "STOP", "FINISH_REASON_UNSPECIFIED" -> parse(textOf(candidate), tokens);
      case "MAX_TOKENS" -> Reply.Bad.forNow(RefusalCode.SCHEMA, "the answer was cut off", tokens);
      case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
          Reply.Bad.forGood(
              RefusalCode.SAFETY_BLOCK, "the service stopped the answer: " + finish, tokens);
      default -> Reply.Bad.forNow(RefusalCode.SCHEMA, "the answer ended oddly", tokens);
    };
  }

  private static String textOf(Candidate candidate) {
    return candidate.content().flatMap(Content::parts).orElse(List.of()).stream()
        .filter(part -> !part.thought().orElse(false))
        .map(Part::text)
        .flatMap(Optional::stream)
        .collect(Collectors.joining());
  }

  private static Reply parse(String text, Tokens tokens) {
    try {
      JsonNode answer = JSON.readTree(text);
      JsonNode body = answer.path("body");
      JsonNode language = answer.path("language");
      if (!body.isTextual() || body.asText().isBlank() || !language.isTextual()) {
        return Reply.Bad.forNow(
            RefusalCode.SCHEMA, "the answer lacks the message or its language", tokens);
      }
      List<String> facts = new ArrayList<>();
      answer.path("facts_used").forEach(fact -> facts.add(fact.asText()));
      return new Reply.Good(new Proposal(body.asText().strip(), language.asText(), facts), tokens);
    } catch (JsonProcessingException notJson) {
      return Reply.Bad.forNow(RefusalCode.SCHEMA, "the answer is not JSON", tokens);
    }
  }
}
