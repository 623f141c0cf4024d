package dev.outreach.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir private Path folder;

  @Test
  void shouldKnowACopiedDataFolderForAnotherPlace() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("file"), "kept");
    String here = Installation.of(data);

    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(data.resolve("file"), copy.resolve("file"));

    assertThat(Installation.of(copy)).isNotEqualTo(here);
    assertThat(Installation.of(data)).isEqualTo(here);
  }

  @Test
  void shouldKnowAMovedDataFolderForAnotherPlace() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    String here = Installation.of(data);

    Path moved = Files.move(data, folder.resolve("moved"));

    assertThat(Installation.of(moved)).isNotEqualTo(here);
  }

  @Test
  void shouldKnowTheSameFolderByAnotherNameForTheSamePlace() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path name = Files.createSymbolicLink(folder.resolve("name"), data);

    assertThat(Installation.of(name)).isEqualTo(Installation.of(data));
    assertThat(Installation.of(folder.resolve("data/../data"))).isEqualTo(Installation.of(data));
  }

  @Test
  void shouldTellNeitherMachineNorFolder() throws IOException {
    assertThat(Installation.of(folder)).doesNotContain(folder.getFileName().toString());
  }
}
