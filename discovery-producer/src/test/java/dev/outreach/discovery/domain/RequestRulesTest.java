package dev.outreach.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

  @Test
  void shouldCutWordsSoThatTheyAreStillRefused() {
    List<String> overlong = RequestRules.wordsWithinBounds(List.of("x".repeat(1_000_000)));
    List<String> many = RequestRules.wordsWithinBounds(Collections.nCopies(1_000_000, "x"));

    assertThat(code(request(overlong, List.of()))).isEqualTo("TOO_LONG");
    assertThat(code(request(many, List.of()))).isEqualTo("TOO_MANY");
    assertThat(overlong.getFirst()).hasSizeLessThan(1_000);
    assertThat(many).hasSizeLessThan(1_000);
  }

  @Test
  void shouldCutHandlesSoThatTheyAreStillRefusedAndFitIntoARecord() {
    List<String> many = RequestRules.handlesWithinBounds(Collections.nCopies(1_000_000, "ana"));
    List<String> much =
        RequestRules.handlesWithinBounds(Collections.nCopies(10_000, "é".repeat(300)));

    assertThat(code(request(List.of(), many))).isEqualTo("TOO_MANY");
    assertThat(code(request(List.of(), much))).isEqualTo("TOO_LONG");
    assertThat(String.join("", much)).hasSizeLessThan(1_000);
  }

  @Test
  void shouldLeaveTheLargestAllowedRequestAsItIs() {
    List<String> words = Collections.nCopies(RequestRules.MOST_WORDS, "x".repeat(300));
    List<String> handles =
        IntStream.range(0, RequestRules.MOST_HANDLES).mapToObj(i -> "person.number." + i).toList();

    assertThat(RequestRules.wordsWithinBounds(words)).isEqualTo(words);
    assertThat(RequestRules.handlesWithinBounds(handles)).isEqualTo(handles);
    assertThat(RequestRules.broken(request(words, handles))).isEmpty();
  }

  private static String code(JobRequest request) {
    return RequestRules.broken(request).map(Refusal::code).orElse("fine");
  }

  private static JobRequest request(List<String> words, List<String> handles) {
    return new JobRequest("j", "w", "instagram", List.of(), List.of(), words, handles, 10);
  }
}
