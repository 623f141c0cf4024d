package dev.outreach.discovery.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class NdjsonRowsTest {

  @Test
  void shouldTakeNumbersAsTheyAreWritten() throws IOException {
    assertThat(row("{\"a\":12.125,\"b\":1.2E10,\"c\":12345,\"d\":\"12.345\",\"e\":1E400}").cells())
        .containsEntry("a", "12.1250")
        .containsEntry("b", "12000000000")
        .containsEntry("c", "12345")
        .containsEntry("d", "12.345")
        .containsEntry("e", "Infinity");
  }

  @Test
  void shouldRefuseALineWithTwoObjects() throws IOException {
    assertThat(row("{\"username\":\"a\"}{\"username\":\"b\"}").broken()).isPresent();
  }

  private static Rows.Row row(String line) throws IOException {
    try (NdjsonRows rows = new NdjsonRows(new StringReader(line))) {
      return rows.next().orElseThrow();
    }
  }
}
