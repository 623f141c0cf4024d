package dev.outreach.drafting.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.drafting.domain.Answer;
import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.Brief;
import dev.outreach.drafting.domain.LengthLimits;
import dev.outreach.drafting.domain.MessageKind;
import dev.outreach.drafting.domain.Network;
import dev.outreach.drafting.domain.Person;
import dev.outreach.drafting.domain.RefusalCode;
import dev.outreach.drafting.domain.Usage;
import dev.outreach.drafting.prompts.PromptLibrary;
import dev.outreach.runtime.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiDrafterIT {

  private static final String TEXT =
      """
      {\\"body\\":\\"Hi Anna, what are you firing next?\\",\\"language\\":\\"en\\",\\"facts_used\\":[\\"Ceramics\\"]}""";
  private static final String USAGE =
      """
      ,"usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":80,"thoughtsTokenCount":20,"cachedContentTokenCount":200,"totalTokenCount":1100}""";
  private static final String GOOD = candidate("STOP", TEXT, USAGE);

  private final List<Duration> pauses = new ArrayList<>();
  private GeminiStub stub;
  private GeminiDrafter drafter;

  @BeforeEach
  void start() throws IOException {
    stub = GeminiStub.start();
    drafter = drafter(Duration.ofSeconds(20));
  }

  private GeminiDrafter drafter(Duration callWithin) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    return new GeminiDrafter(settings(callWithin), Prices.ofProduct(), clock, pauses::add);
  }

  private GeminiSettings settings(Duration callWithin) {
    return new GeminiSettings(
        new Secret("test-key"),
        List.of("gemini-3.8-flash", "gemini-3.7-flash"),
        Optional.of(stub.uri()),
        callWithin,
        Duration.ofSeconds(30),
        3);
  }

  @AfterEach
  void stop() {
    drafter.close();
    stub.close();
  }

  @Test
  void shouldReadTheTextItsTokensAndItsCost() throws InterruptedException {
    stub.answer(200, GOOD);

    Answer answer = drafter.draft(brief());

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Text.class,
            text -> {
              assertThat(text.proposal().text()).isEqualTo("Hi Anna, what are you firing next?");
              assertThat(text.proposal().factsUsed()).containsExactly("Ceramics");
              assertThat(text.model()).contains("gemini-3.8-flash");
              // 800 x 0.75 + 200 x 0.075 + 100 x 3.75
              assertThat(text.usage()).isEqualTo(new Usage(1000, 100, 990));
            });
    GeminiStub.Asked asked = stub.asked().getFirst();
    assertThat(asked.path()).isEqualTo("/v1beta/models/gemini-3.8-flash:generateContent");
    assertThat(asked.key()).isEqualTo("test-key");
  }

  @Test
  void shouldKeepThePersonOutOfTheInstruction() throws InterruptedException {
    stub.answer(200, GOOD);

    drafter.draft(brief());

    String request = stub.asked().getFirst().body();
    String instruction = request.substring(request.indexOf("systemInstruction"));
    String data = request.substring(0, request.indexOf("systemInstruction"));
    assertThat(data).contains("BEGIN DATA", "Ceramics", "Anna");
    assertThat(instruction).doesNotContain("Ceramics", "Anna", "anna.clay");
    assertThat(request).contains("\"responseMimeType\":\"application/json\"", "maxLength");
  }

  @ParameterizedTest
  @CsvSource({
    "SAFETY_BLOCK, 1, {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}",
    "SAFETY_BLOCK, 1, {\"candidates\":[{\"finishReason\":\"SAFETY\"}]}",
    "SAFETY_BLOCK, 1, {\"candidates\":[{\"finishReason\":\"PROHIBITED_CONTENT\"}]}",
    "SCHEMA, 3, {\"candidates\":[]}",
    "SCHEMA, 3, {}",
    "SCHEMA, 3, {\"candidates\":[{\"finishReason\":\"MAX_TOKENS\"}]}",
    "SCHEMA, 3, <html>busy</html>"
  })
  void shouldNameOddAnswers(RefusalCode code, int calls, String body) throws InterruptedException {
    for (int call = 0; call < calls; call++) {
      stub.answer(200, body);
    }

    assertRefused(code, calls);
  }

  @Test
  void shouldNotTakeACutText() throws InterruptedException {
    String cut = candidate("MAX_TOKENS", "{\\\"body\\\":\\\"Hi An", "");
    stub.answer(200, cut);
    stub.answer(200, candidate("STOP", "{\\\"body\\\":\\\"Hi An", ""));
    stub.answer(200, GOOD);

    assertThat(drafter.draft(brief())).isInstanceOf(Answer.Text.class);
    assertThat(stub.asked()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH, 1, 400, API_KEY_INVALID",
    "INVALID_REQUEST, 1, 400, INVALID_ARGUMENT",
    "AUTH, 1, 403, PERMISSION_DENIED",
    "QUOTA, 3, 429, RESOURCE_EXHAUSTED",
    "TRANSIENT, 3, 500, INTERNAL",
    "TRANSIENT, 3, 503, UNAVAILABLE",
    "TIMEOUT, 3, 504, DEADLINE_EXCEEDED"
  })
  void shouldNameErrors(RefusalCode code, int calls, int status, String name)
      throws InterruptedException {
    for (int call = 0; call < calls; call++) {
      stub.answer(status, error(status, name, ""));
    }

    assertRefused(code, calls);
  }

  @Test
  void shouldWaitAsLongAsTheServiceAsks() throws InterruptedException {
    stub.answer(429, error(429, "RESOURCE_EXHAUSTED", retryInfo("4.5s")));
    stub.answer(200, GOOD);

    assertThat(drafter.draft(brief())).isInstanceOf(Answer.Text.class);
    assertThat(pauses).containsExactly(Duration.ofMillis(4_500));
  }

  @Test
  void shouldLetEveryDraftWaitForItsTurnAndCountNoTry() throws InterruptedException {
    for (int call = 0; call < 4; call++) {
      stub.answer(429, error(429, "RESOURCE_EXHAUSTED", retryInfo("34s")));
    }
    stub.answer(200, GOOD);
    stub.answer(200, GOOD);

    assertThat(drafter.draft(brief())).isInstanceOf(Answer.Text.class);
    assertThat(pauses).hasSize(4).containsOnly(Duration.ofSeconds(34));
    assertThat(drafter.draft(brief())).isInstanceOf(Answer.Text.class);
    assertThat(pauses).hasSize(5);
  }

  @Test
  void shouldWaitLongerAndLongerWhereItIsToldToComeAtOnce() throws InterruptedException {
    for (int call = 0; call < 3; call++) {
      stub.answer(429, error(429, "RESOURCE_EXHAUSTED", retryInfo("0s")));
    }
    stub.answer(200, GOOD);

    assertThat(drafter.draft(brief())).isInstanceOf(Answer.Text.class);
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void shouldRefuseWithoutAFurtherTryOnceItHasWaitedForTenMinutes() throws InterruptedException {
    for (int call = 0; call < 20; call++) {
      stub.answer(429, error(429, "RESOURCE_EXHAUSTED", retryInfo("0s")));
    }
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    InstantSource moving = now::get;

    try (GeminiDrafter patient =
        new GeminiDrafter(
            settings(Duration.ofSeconds(20)),
            Prices.ofProduct(),
            moving.withZone(ZoneOffset.UTC),
            pause -> now.updateAndGet(instant -> instant.plus(pause)))) {
      assertThat(patient.draft(brief()))
          .isInstanceOfSatisfying(
              Answer.Refusal.class,
              refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.QUOTA));
    }
    // 1, 2, 4, 8, 16 and 32 s, then a minute and four seconds eight times, each before a call.
    assertThat(now.get()).isEqualTo(Instant.parse("2026-11-22T10:09:35Z"));
  }

  @Test
  void shouldNotWaitForHours() throws InterruptedException {
    stub.answer(429, error(429, "RESOURCE_EXHAUSTED", retryInfo("3600s")));

    assertRefused(RefusalCode.QUOTA, 1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void shouldPassOverAModelThatIsGoneForGood() throws InterruptedException {
    stub.answer(404, error(404, "NOT_FOUND", ""));
    stub.answer(200, GOOD);
    stub.answer(200, GOOD);

    drafter.draft(brief());
    drafter.draft(brief());

    assertThat(stub.asked())
        .extracting(GeminiStub.Asked::path)
        .containsExactly(
            "/v1beta/models/gemini-3.8-flash:generateContent",
            "/v1beta/models/gemini-3.7-flash:generateContent",
            "/v1beta/models/gemini-3.7-flash:generateContent");
  }

  @Test
  void shouldGiveUpOnAServiceThatNeverAnswers() throws InterruptedException {
    for (int call = 0; call < 3; call++) {
      stub.answer(GeminiStub.SILENCE);
    }
    drafter.close();
    drafter = drafter(Duration.ofMillis(700));
    long began = System.nanoTime();

    assertThat(drafter.draft(brief()))
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.TIMEOUT));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  private void assertRefused(RefusalCode code, int calls) throws InterruptedException {
    assertThat(drafter.draft(brief()))
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.reason()).doesNotContain("Anna", "test-key");
            });
    assertThat(stub.asked()).hasSize(calls);
  }

  private static Brief brief() {
    Person anna =
        new Person(
            "anna.clay",
            Optional.of("Anna Berg"),
            Optional.of("Pots"),
            Optional.of("Ceramics"),
            Optional.empty(),
            Optional.empty());
    Assignment assignment =
        new Assignment(
            Network.INSTAGRAM,
            MessageKind.INITIAL,
            0,
            anna,
            "en",
            LengthLimits.standard().of(Network.INSTAGRAM, MessageKind.INITIAL),
            List.of());
    return new Brief(
        assignment,
        PromptLibrary.ofProduct().newest(Network.INSTAGRAM, MessageKind.INITIAL),
        List.of("Ceramics"),
        Optional.empty());
  }

  private static String candidate(String finish, String text, String usage) {
    return """
        {"candidates":[{"content":{"parts":[{"text":"thinking","thought":true},{"text":"%s"}],"role":"model"},"finishReason":"%s"}]%s}"""
        .formatted(text, finish, usage);
  }

  private static String error(int code, String status, String details) {
    return """
        {"error":{"code":%d,"message":"about Anna","status":"%s","details":[{"@type":"x","reason":"%s"}%s]}}"""
        .formatted(code, status, status, details);
  }

  private static String retryInfo(String delay) {
    return """
        ,{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"%s"}"""
        .formatted(delay);
  }
}
