package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temp;

  @Test
  void shouldCreateFolderWithItsFormat() throws StartFailure, IOException {
    Path path = temp.resolve("new/folder");

    DataFolder.open(path).close();

    assertThat(path.resolve("version")).hasContent("1");
  }

  @Test
  void shouldOpenAgainWhatWasClosed() throws StartFailure {
    DataFolder.open(temp).close();
    DataFolder.open(temp).close();

    assertThat(temp.resolve("version")).hasContent("1");
  }

  @Test
  void shouldRefuseFolderOfNewerVersion() throws IOException {
    Files.writeString(temp.resolve("version"), "2\n");

    expectRefusal(StartFailure.Reason.DATA_FOLDER_NEWER, 13, "newer version (format 2");
    assertThat(temp.resolve("version")).hasContent("2");
  }

  @Test
  void shouldRefuseVersionThatIsNoNumber() throws IOException {
    Files.writeString(temp.resolve("version"), "two");

    expectRefusal(StartFailure.Reason.COMPONENT_FAILED, 15, "'version' holds no number");
  }

  @Test
  void shouldTakeEmptyVersionForFirstStart() throws StartFailure, IOException {
    Files.createFile(temp.resolve("version"));

    DataFolder.open(temp).close();

    assertThat(temp.resolve("version")).hasContent("1");
  }

  @Test
  void shouldNameHolderWhenInUse() throws StartFailure {
    try (var _ = DataFolder.open(temp)) {
      expectRefusal(
          StartFailure.Reason.DATA_FOLDER_IN_USE,
          14,
          "in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void shouldRefuseFullDisk() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> DataFolder.open(temp, Long.MAX_VALUE))
        .withMessageContaining("is full: free at least 200 MB")
        .extracting(StartFailure::reason)
        .isEqualTo(StartFailure.Reason.DISK_FULL);
  }

  @Test
  void shouldRefuseFileInPlaceOfFolder() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> DataFolder.open(file))
        .withMessageContaining("choose another with --data-dir");
  }

  private void expectRefusal(StartFailure.Reason reason, int exitCode, String text) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> DataFolder.open(temp))
        .withMessageContaining(text)
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(reason))
        .satisfies(failure -> assertThat(failure.reason().exitCode()).isEqualTo(exitCode));
  }
}
