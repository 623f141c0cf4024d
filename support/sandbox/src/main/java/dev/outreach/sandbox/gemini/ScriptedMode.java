package dev.outreach.sandbox.gemini;

import dev.outreach.sandbox.wire.Call;
import java.util.Arrays;
import java.util.Optional;

/**
 * Odd answers on demand: by the header {@code x-sandbox-mode} or by {@code [[sandbox:<mode>]]}
 * anywhere in the prompt.
 */
enum ScriptedMode {
  RATE_LIMIT("rate-limit"),
  UNAVAILABLE_TWICE("unavailable-twice"),
  PROMPT_BLOCK("prompt-block"),
  SAFETY("safety"),
  MAX_TOKENS("max-tokens"),
  EMPTY_CANDIDATES("empty-candidates"),
  NOT_JSON("not-json"),
  DELAY("delay");

  private final String label;

  ScriptedMode(String label) {
    this.label = label;
  }

  static Optional<ScriptedMode> of(Call call, String prompt) {
    Optional<String> header = call.header("x-sandbox-mode");
    return Arrays.stream(values())
        .filter(
            mode ->
                header.filter(mode.label::equals).isPresent()
                    || prompt.contains("[[sandbox:" + mode.label + "]]"))
        .findFirst();
  }
}
