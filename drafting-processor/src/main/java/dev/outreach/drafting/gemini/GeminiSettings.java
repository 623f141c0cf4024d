package dev.outreach.drafting.gemini;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How Gemini is called.
 *
 * @param apiKey the key of a paid project: the free tier may use what it is sent, and that would be
 *     data of people
 * @param models names to try; the first that exists is used
 * @param baseUrl where the service is, where it is not Google's
 * @param callWithin how long one call may take
 * @param answerWithin how long all tries together may take
 * @param attempts how many tries, from 1
 */
public record GeminiSettings(
    Secret apiKey,
    List<String> models,
    Optional<URI> baseUrl,
    Duration callWithin,
    Duration answerWithin,
    int attempts) {

  private static final String KEY = "OUTREACH_GEMINI_API_KEY";
  private static final String URL = "OUTREACH_GEMINI_URL";
  private static final String MODEL = "OUTREACH_GEMINI_MODEL";
  private static final String FALLBACKS = "OUTREACH_GEMINI_FALLBACK_MODELS";
  private static final String CALL = "OUTREACH_GEMINI_CALL_TIMEOUT";
  private static final String DEADLINE = "OUTREACH_GEMINI_DEADLINE";

  /** Refuses what cannot work. */
  public GeminiSettings {
    models = List.copyOf(models);
    if (models.isEmpty() || models.stream().anyMatch(model -> !model.matches("[a-z0-9./-]+"))) {
      throw new InvalidSetting(MODEL, "is no model name: use one such as gemini-3.8-flash");
    }
    if (callWithin.toMillis() < 100 || callWithin.toMinutes() > 5) {
      throw new InvalidSetting(CALL, "is " + callWithin + ": use 100ms to 5m");
    }
    if (answerWithin.compareTo(callWithin) < 0) {
      throw new InvalidSetting(DEADLINE, "is shorter than " + CALL + ": use at least as much");
    }
  }

  /** Gemini as configured; empty where there is no key. */
  public static Optional<GeminiSettings> of(Settings settings) {
    List<String> models = models(settings);
    Optional<URI> baseUrl = settings.optionalText(URL).map(text -> settings.address(URL, text));
    Duration callWithin = settings.duration(CALL, Duration.ofSeconds(20));
    Duration answerWithin = settings.duration(DEADLINE, Duration.ofSeconds(30));
    int attempts = settings.integer("OUTREACH_GEMINI_ATTEMPTS", 3, 1, 10);
    return settings
        .secret(KEY)
        .map(key -> new GeminiSettings(key, models, baseUrl, callWithin, answerWithin, attempts));
  }

  private static List<String> models(Settings settings) {
    return Stream.of(
            settings.text(MODEL, "gemini-3.8-flash"),
            settings.text(FALLBACKS, "gemini-3.7-flash,gemini-3.6-flash,gemini-3.5-flash-lite"))
        .flatMap(names -> Stream.of(names.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
