package dev.outreach.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFieldsTest {

  private static final String ID = "6f7b5a0e-2c1d-5e5b-9d53-0f2a6d1c8e11";

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @Test
  void shouldReadEveryKindOfField() {
    BodyFields fields =
        of(
            """
            {"text": " hi ", "id": "%1$s", "word": "dark_blue", "number": 7, "flag": true,
             "time": "2026-11-22T14:02:11+01:00", "ids": ["%1$s"], "texts": ["a", "b"]}
            """
                .formatted(ID));

    assertThat(fields.text("text", 10)).isEqualTo("hi");
    assertThat(fields.id("id")).isEqualTo(UUID.fromString(ID));
    assertThat(fields.word("word", BodyFields.wordsOf(Colour.class))).isEqualTo(Colour.DARK_BLUE);
    assertThat(fields.integer("number", 1, 1, 10)).isEqualTo(7);
    assertThat(fields.flag("flag")).contains(true);
    assertThat(fields.time("time")).contains(Instant.parse("2026-11-22T13:02:11Z"));
    assertThat(fields.ids("ids", 5)).containsExactly(UUID.fromString(ID));
    assertThat(fields.texts("texts", 5, 5)).containsExactly("a", "b");
    fields.finish();
  }

  @Test
  void shouldNameEveryMistakeAtOnce() {
    BodyFields fields =
        of(
            """
            {"text": 5, "id": "x", "word": "green", "number": 11, "flag": "yes",
             "time": "yesterday", "texts": [], "list": [{"id": 1}], "other": null}
            """);
    fields.text("text", 10);
    fields.id("id");
    fields.word("word", BodyFields.wordsOf(Colour.class));
    fields.integer("number", 1, 1, 10);
    fields.flag("flag");
    fields.time("time");
    fields.texts("texts", 5, 5);
    fields.objects("list", 5).forEach(child -> child.id("id"));
    fields.text("missing", 5);

    assertThat(mistakes(fields))
        .extracting(FieldProblem::field)
        .containsExactlyInAnyOrder(
            "text",
            "id",
            "word",
            "number",
            "flag",
            "time",
            "texts",
            "list[0].id",
            "missing",
            "other");
  }

  @Test
  void shouldSayHowToMendIt() {
    BodyFields fields = of("{\"number\": \"3\"}");
    fields.integer("number", 1, 1, 10);

    assertThat(mistakes(fields))
        .containsExactly(
            new FieldProblem(
                "number",
                "is not a whole number from 1 to 10",
                "send such a number without quotes"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"a\\u0000b\"", "\"\\ud800\"", "\"  \"", "\"longer than ten characters\""})
  void shouldRefuseTextsNoColumnCanHold(String text) {
    BodyFields fields = of("{\"text\": " + text + "}");
    fields.text("text", 10);

    assertThat(mistakes(fields)).extracting(FieldProblem::field).containsExactly("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "3", "{", "{\"a\": 1, \"a\": 2}", "{} {}", "{'a': 1}", "\u0000"})
  void shouldRefuseWhatIsNoObject(String body) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> of(body));

    assertThat(refused.problem().code()).isEqualTo("MALFORMED_JSON");
  }

  private static BodyFields of(String body) {
    return BodyFields.of(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<FieldProblem> mistakes(BodyFields fields) {
    return catchThrowableOfType(ProblemException.class, fields::finish).problem().errors();
  }
}
