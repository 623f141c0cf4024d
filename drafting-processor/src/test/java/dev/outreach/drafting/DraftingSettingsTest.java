package dev.outreach.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.drafting.domain.LengthLimits;
import dev.outreach.runtime.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftingSettingsTest {

  @Test
  void shouldHaveDefaults() {
    DraftingSettings settings = DraftingSettings.of(Settings.of(Map.of()));

    assertThat(settings.instance()).isEqualTo("0");
    assertThat(settings.inFlight()).isEqualTo(256);
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.limits()).isEqualTo(LengthLimits.standard());
    assertThat(settings.dailyCostMicros()).isEqualTo(5_000_000);
    assertThat(settings.dailyCalls()).isEqualTo(20_000);
    assertThat(settings.gemini()).isEmpty();
  }

  @Test
  void shouldTakeEverySetting() {
    Map<String, String> environment = new HashMap<>();
    environment.put("OUTREACH_INSTANCE", "b");
    environment.put("OUTREACH_DRAFTING_IN_FLIGHT", "7");
    environment.put("OUTREACH_DRAFT_LANGUAGE", "pt-BR");
    environment.put("OUTREACH_LINKEDIN_NOTE_LIMIT", "300");
    environment.put("OUTREACH_LINKEDIN_MESSAGE_LIMIT", "500");
    environment.put("OUTREACH_INSTAGRAM_BYTE_LIMIT", "900");
    environment.put("OUTREACH_MESSENGER_LIMIT", "1900");
    environment.put("OUTREACH_TIKTOK_LIMIT", "5000");
    environment.put("OUTREACH_DRAFT_BUDGET_CENTS_PER_DAY", "3");
    environment.put("OUTREACH_DRAFT_CALLS_PER_DAY", "4");
    environment.put("OUTREACH_GEMINI_API_KEY", "the-key");
    environment.put("OUTREACH_GEMINI_URL", "http://127.0.0.1:8090/gemini");
    environment.put("OUTREACH_GEMINI_MODEL", "gemini-3.7-flash");
    environment.put("OUTREACH_GEMINI_FALLBACK_MODELS", "gemini-3.6-flash, gemini-3.7-flash");
    environment.put("OUTREACH_GEMINI_CALL_TIMEOUT", "9s");
    environment.put("OUTREACH_GEMINI_DEADLINE", "11s");
    environment.put("OUTREACH_GEMINI_ATTEMPTS", "2");

    DraftingSettings settings = DraftingSettings.of(Settings.of(environment));

    assertThat(settings.instance()).isEqualTo("b");
    assertThat(settings.inFlight()).isEqualTo(7);
    assertThat(settings.language()).isEqualTo("pt-BR");
    assertThat(settings.limits()).isEqualTo(new LengthLimits(300, 500, 900, 1900, 5000));
    assertThat(settings.dailyCostMicros()).isEqualTo(30_000);
    assertThat(settings.dailyCalls()).isEqualTo(4);
    assertThat(settings.gemini())
        .hasValueSatisfying(
            gemini -> {
              assertThat(gemini.apiKey().value()).isEqualTo("the-key");
              assertThat(gemini.baseUrl()).contains(URI.create("http://127.0.0.1:8090/gemini"));
              assertThat(gemini.models()).containsExactly("gemini-3.7-flash", "gemini-3.6-flash");
              assertThat(gemini.callWithin()).isEqualTo(Duration.ofSeconds(9));
              assertThat(gemini.answerWithin()).isEqualTo(Duration.ofSeconds(11));
              assertThat(gemini.attempts()).isEqualTo(2);
            });
    assertThat(settings.toString()).doesNotContain("the-key");
  }

  @ParameterizedTest
  @CsvSource({
    "OUTREACH_INSTANCE, a b",
    "OUTREACH_DRAFT_LANGUAGE, English!",
    "OUTREACH_GEMINI_MODEL, Gemini 3",
    "OUTREACH_GEMINI_CALL_TIMEOUT, 10m",
    "OUTREACH_GEMINI_DEADLINE, 1s",
    "OUTREACH_INSTAGRAM_BYTE_LIMIT, 1001"
  })
  void shouldRefuseAndNameWhatCannotWork(String key, String value) {
    Settings settings = Settings.of(Map.of("OUTREACH_GEMINI_API_KEY", "the-key")).with(key, value);

    assertThatThrownBy(() -> DraftingSettings.of(settings)).hasMessageStartingWith(key);
  }
}
