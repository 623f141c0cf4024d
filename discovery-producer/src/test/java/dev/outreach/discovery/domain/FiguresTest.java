package dev.outreach.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "12345|12345",
        "12,345|12345",
        "12.345|12345",
        "1.234.567|1234567",
        "12 345|12345",
        "12'345|12345",
        "12.3K|12300",
        "1,2m|1200000",
        "3B|3000000000",
        "41.6|42"
      })
  void shouldReadCountsAsToolsWriteThem(String text, long count) {
    assertThat(Figures.count(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"153.125|153.125", "0.125|0.125", "1,234|1234", "1.234.567|1234567", "12.3K|12300"})
  void shouldReadMeansWithThreeDigitsAfterThePoint(String text, double average) {
    assertThat(Figures.average(text)).isEqualTo(average);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "-5", "1.2.3", "12,34,5", "1e9", "9999B", "0x10", "NaN"})
  void shouldRefuseWhatIsNoFigure(String text) {
    assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Figures.count(text));
  }

  @ParameterizedTest
  @CsvSource({"TRUE,true", "yes,true", "1,true", "No,false", "false,false"})
  void shouldReadFlags(String text, boolean flag) {
    assertThat(Figures.flag(text)).isEqualTo(flag);
  }
}
