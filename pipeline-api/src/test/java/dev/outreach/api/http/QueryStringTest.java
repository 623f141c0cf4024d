package dev.outreach.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

  @Test
  void shouldKeepEveryParameterWithAllItsValues() {
    assertThat(QueryString.parse("a=1&b=J%C3%B6rg+%26+co&a=2&c&&=x"))
        .isEqualTo(
            Map.of(
                "a",
                List.of("1", "2"),
                "b",
                List.of("Jörg & co"),
                "c",
                List.of(""),
                "",
                List.of("x")));
    assertThat(QueryString.parse(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"workspace=acme%zz", "account=100%", "a=%ff", "%c3=x", "a=1&b=%C3%28"})
  void shouldRefuseWhatCannotBeDecodedInsteadOfLeavingItOut(String query) {
    assertThatThrownBy(() -> QueryString.parse(query))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
  }
}
