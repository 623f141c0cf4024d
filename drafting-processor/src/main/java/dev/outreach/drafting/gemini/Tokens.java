package dev.outreach.drafting.gemini;

import com.google.genai.types.GenerateContentResponseUsageMetadata;
import java.util.Optional;

/**
 * What a call counted.
 *
 * @param input tokens read, cached ones included
 * @param cached tokens read from a cache
 * @param output tokens written, thoughts included: both are billed as output
 */
record Tokens(long input, long cached, long output) {

  static final Tokens NONE = new Tokens(0, 0, 0);

  static Tokens of(Optional<GenerateContentResponseUsageMetadata> counted) {
    return counted
        .map(
            usage ->
                new Tokens(
                    usage.promptTokenCount().orElse(0) + usage.toolUsePromptTokenCount().orElse(0),
                    usage.cachedContentTokenCount().orElse(0),
                    usage.candidatesTokenCount().orElse(0) + usage.thoughtsTokenCount().orElse(0)))
        .orElse(NONE);
  }
}
