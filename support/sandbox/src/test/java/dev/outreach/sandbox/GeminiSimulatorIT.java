package dev.outreach.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.genai.Client;
import com.google.genai.errors.ClientException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.errors.ServerException;
import com.google.genai.types.Content;
import com.google.genai.types.EmbedContentConfig;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import dev.outreach.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through Google's own client, so that the simulator cannot invent a wire contract of its own. */
class GeminiSimulatorIT {

  private static final String MODEL = "gemini-3.8-flash";
  private static final String DATA =
      """
      Write a first message.
      <profile>
      {"platform": "INSTAGRAM", "full_name": "Mara Lindqvist", "username": "blue.kiln",
       "bio": "Ceramics studio in Berlin", "message_type": "INITIAL"}
      </profile>
      """;

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.in(folder, Clock.systemUTC()));
    client = client("gemini-sandbox-key");
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    sandbox.close();
  }

  @Test
  void shouldAnswerInTheAskedSchemaFromTheDataGiven() {
    GenerateContentResponse response = client.models.generateContent(MODEL, DATA, jsonMode());

    JsonNode draft = Json.readOrMissing(text(response));
    assertThat(draft.path("body").asText()).contains("Mara").contains("Ceramics studio in Berlin");
    assertThat(draft.path("facts_used").get(0).asText()).isEqualTo("Ceramics studio in Berlin");
    assertThat(draft.path("subject").asText().length()).isLessThanOrEqualTo(60);
    assertThat(draft.path("language").asText()).isEqualTo("en");
    assertThat(response.finishReason().knownEnum()).isEqualTo(FinishReason.Known.STOP);
    assertThat(response.usageMetadata().orElseThrow().promptTokenCount())
        .hasValueSatisfying(count -> assertThat(count).isPositive());
  }

  @Test
  void shouldAnswerTheSameToTheSameAndDifferentlyToOthers() {
    Set<String> bodies = new HashSet<>();
    for (int person = 0; person < 40; person++) {
      String prompt = DATA.replace("Mara Lindqvist", "Person" + person + " Example");
      String first = text(client.models.generateContent(MODEL, prompt, jsonMode()));
      assertThat(client.models.generateContent(MODEL, prompt, jsonMode()).text()).isEqualTo(first);
      bodies.add(first.replace("Person" + person, ""));
    }
    assertThat(bodies).hasSizeGreaterThan(35);
  }

  @Test
  void shouldRefuseAWrongKeyAndAnUnknownModel() {
    try (Client stranger = client("another-key")) {
      assertThatThrownBy(() -> stranger.models.generateContent(MODEL, "hi", null))
          .isInstanceOf(ClientException.class)
          .hasMessageContaining("API_KEY_INVALID");
    }
    assertThatThrownBy(() -> client.models.generateContent("gemini-2.0-flash", "hi", null))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("NOT_FOUND");
    assertThat(client.models.get(MODEL, null).name()).contains("models/" + MODEL);
  }

  @Test
  void shouldMisbehaveAsScripted() {
    assertThatThrownBy(() -> generate("[[sandbox:rate-limit]]"))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("\"retryDelay\":\"2s\"");
    assertThatThrownBy(() -> generate("[[sandbox:unavailable-twice]]"))
        .isInstanceOf(ServerException.class);
    assertThatThrownBy(() -> generate("[[sandbox:unavailable-twice]]"))
        .isInstanceOf(ServerException.class);
    assertThat(generate("[[sandbox:unavailable-twice]]").text()).isNotBlank();
    assertThat(generate("[[sandbox:prompt-block]]").promptFeedback()).isPresent();
    assertThat(generate("[[sandbox:safety]]").finishReason().knownEnum())
        .isEqualTo(FinishReason.Known.SAFETY);
    assertThat(Json.readOrMissing(text(generate("[[sandbox:max-tokens]]"))).isMissingNode())
        .isTrue();
    assertThat(generate("[[sandbox:empty-candidates]]").candidates()).contains(List.of());
    assertThatThrownBy(() -> generate("[[sandbox:not-json]]")).isInstanceOf(GenAiIOException.class);
  }

  @Test
  void shouldEmbedSimilarTextsSimilarly() {
    List<Float> first = embed("Would you be open to hearing more about a small collaboration?");
    List<Float> close = embed("Would you be open to hearing about a small collaboration?");
    List<Float> far = embed("Zwei Kilo Kartoffeln und etwas Salz.");

    assertThat(dot(first, close)).isGreaterThan(0.9);
    assertThat(dot(first, far)).isLessThan(0.4);
  }

  @Test
  void shouldCountAndStream() {
    assertThat(client.models.countTokens(MODEL, "x".repeat(400), null).totalTokens().orElseThrow())
        .isBetween(99, 102);
    try (var stream = client.models.generateContentStream(MODEL, DATA, null)) {
      assertThat(stream.iterator().next().text()).contains("Mara");
    }
  }

  private static String text(GenerateContentResponse response) {
    return Objects.requireNonNull(response.text());
  }

  private GenerateContentResponse generate(String marker) {
    return client.models.generateContent(MODEL, DATA + marker, jsonMode());
  }

  private List<Float> embed(String text) {
    return client
        .models
        .embedContent(
            "gemini-embedding-2",
            text,
            EmbedContentConfig.builder().taskType("SEMANTIC_SIMILARITY").build())
        .embeddings()
        .orElseThrow()
        .getFirst()
        .values()
        .orElseThrow();
  }

  private static double dot(List<Float> left, List<Float> right) {
    double sum = 0;
    for (int index = 0; index < left.size(); index++) {
      sum += left.get(index) * right.get(index);
    }
    return sum;
  }

  private static GenerateContentConfig jsonMode() {
    return GenerateContentConfig.builder()
        .systemInstruction(Content.fromParts(Part.fromText("You draft short messages.")))
        .responseMimeType("application/json")
        .responseSchema(
            Schema.fromJson(
                """
                {"type":"OBJECT","properties":{"subject":{"type":"STRING","maxLength":60},
                 "body":{"type":"STRING","maxLength":900},"language":{"type":"STRING"},"reason":{"type":"STRING"},
                 "facts_used":{"type":"ARRAY","items":{"type":"STRING"}}},"required":["body"]}
                """))
        .build();
  }

  private Client client(String key) {
    return Client.builder()
        .apiKey(key)
        .httpOptions(
            HttpOptions.builder()
                .baseUrl(sandbox.platformUri("gemini").toString())
                .timeout(10_000)
                .retryOptions(HttpRetryOptions.builder().attempts(1).initialDelay(0.0).build())
                .build())
        .build();
  }
}
