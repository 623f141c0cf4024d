package dev.outreach.systemtests;

import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.EmbeddedBroker;
import dev.outreach.standalone.embedded.EmbeddedPorts;
import dev.outreach.standalone.embedded.StartFailure;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by the broker inside our own process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedKafkaIT extends KafkaContract {

  private @Nullable DataFolder folder;
  private @Nullable EmbeddedBroker broker;

  @BeforeAll
  void start(@TempDir Path directory) throws StartFailure, InterruptedException {
    folder = DataFolder.open(directory.resolve("data"));
    broker = EmbeddedBroker.start(folder, EmbeddedPorts.free().kafka());
  }

  @AfterAll
  void stop() throws Exception {
    if (broker != null) {
      broker.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  @Override
  String bootstrapServers() {
    return Objects.requireNonNull(broker, "started before all tests").bootstrapServers();
  }
}
