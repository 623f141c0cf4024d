package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  @TempDir private Path folder;

  @Test
  void shouldGoOnWithALogThatIsNotLarge() throws IOException {
    Path log = Files.writeString(folder.resolve("server.log"), "before");

    assertThat(ServerLog.open(log).file()).isEqualTo(log.toFile());

    assertThat(log).hasContent("before");
  }

  @Test
  void shouldKeepOneOlderFileBesideANewOne() throws IOException {
    Path log = folder.resolve("server.log");
    Files.writeString(folder.resolve("server.log.1"), "oldest");
    Files.write(log, new byte[(int) ServerLog.LARGE_BYTES + 1]);

    var _ = ServerLog.open(log);

    assertThat(log).doesNotExist();
    assertThat(folder.resolve("server.log.1")).hasSize(ServerLog.LARGE_BYTES + 1);
  }
}
