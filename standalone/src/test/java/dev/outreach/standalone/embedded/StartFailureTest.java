package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {

  @TempDir Path temp;

  @Test
  void shouldRecogniseFullDiskBehindFailure() throws StartFailure {
    var cause = new UncheckedIOException(new IOException("write: No space left on device"));

    StartFailure failure = failureOf(cause);

    assertThat(failure.reason()).isEqualTo(StartFailure.Reason.DISK_FULL);
    assertThat(failure.reason().exitCode()).isEqualTo(12);
  }

  @Test
  void shouldSayWhichComponentFailedAndWhereToLook() throws StartFailure {
    StartFailure failure = failureOf(new IOException("its process ended with status 1"));

    assertThat(failure.reason()).isEqualTo(StartFailure.Reason.COMPONENT_FAILED);
    assertThat(failure)
        .hasMessageStartingWith("Kafka failed: its process ended with status 1; see ")
        .hasMessageEndingWith("logs.");
  }

  private StartFailure failureOf(Throwable cause) throws StartFailure {
    try (DataFolder folder = DataFolder.open(temp)) {
      return StartFailure.of("Kafka", folder, cause);
    }
  }
}
