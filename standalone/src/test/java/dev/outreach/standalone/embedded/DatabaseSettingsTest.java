package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {

  private static final long MEGABYTE = 1L << 20;

  @ParameterizedTest
  @CsvSource({"256, 128MB", "2048, 512MB", "65536, 1024MB"})
  void shouldGivePostgresAQuarterOfTheMemoryWithinBounds(long megabytes, String buffers) {
    assertThat(DatabaseSettings.server(megabytes * MEGABYTE))
        .containsEntry("shared_buffers", buffers);
  }
}
