package dev.outreach.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMappingTest {

  @Test
  void shouldReadOnlyTheColumnsGiven() {
    ColumnMapping mapping =
        ColumnMapping.parse("username=Wer, full_name=Name,tiktok_username=TT,tiktok_followers=F");

    assertThat(mapping.role("Wer").key()).isEqualTo("username");
    assertThat(mapping.role("Name").key()).isEqualTo("full_name");
    assertThat(mapping.role("TT").key()).isEqualTo("tiktok_username");
    assertThat(mapping.role("F").key()).isEqualTo("tiktok_followers");
    assertThat(mapping.role("instagram_username").key()).isEmpty();
    assertThat(mapping.namedColumns()).containsExactly("Wer", "Name", "TT", "F");
  }

  @Test
  void shouldBeTheSameTextWhateverTheOrder() {
    assertThat(ColumnMapping.parse("bio=a,username=b"))
        .hasToString(ColumnMapping.parse("username=b,bio=a").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "username, without field=column",
    "username=, without field=column",
    "=x, without field=column",
    "shoe_size=x, platform is unknown",
    "shoes=x, unknown field"
  })
  void shouldRefuseWithTheFix(String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ColumnMapping.parse(text))
        .withMessageContaining(problem);
  }
}
