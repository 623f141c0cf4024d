package dev.outreach.sandbox.gemini;

import java.time.Duration;
import java.util.List;

/**
 * How the simulated Gemini is set up.
 *
 * @param models names that exist; every other one is answered 404
 * @param latency how long an answer takes at least; some take up to twice as long
 * @param stall how long the scripted {@code delay} mode waits
 */
public record GeminiSettings(String apiKey, List<String> models, Duration latency, Duration stall) {

  public GeminiSettings {
    models = List.copyOf(models);
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("apiKey is blank; give any text");
    }
    if (latency.isNegative() || stall.isNegative()) {
      throw new IllegalArgumentException("latency and stall must not be negative");
    }
  }

  /** Current models, answering at once. */
  public static GeminiSettings defaults() {
    return new GeminiSettings(
        "gemini-sandbox-key",
        List.of(
            "gemini-3.8-flash",
            "gemini-3.7-flash",
            "gemini-3.6-flash",
            "gemini-3.5-flash",
            "gemini-3.5-flash-lite",
            "gemini-3.1-flash-lite",
            "gemini-3.1-pro-preview",
            "gemini-embedding-2"),
        Duration.ZERO,
        Duration.ofSeconds(60));
  }

  public GeminiSettings withLatency(Duration newLatency) {
    return new GeminiSettings(apiKey, models, newLatency, stall);
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "GeminiSettings[models=" + models + ", latency=" + latency + "]";
  }
}
