package dev.outreach.discovery.file;

import dev.outreach.discovery.TestProcess;
import dev.outreach.discovery.TestRecords;
import dev.outreach.runtime.KafkaSettings;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** An import in a process of its own, so that its memory can be small. */
final class ImportProcess {

  private ImportProcess() {}

  static Process launch(int heapMegabytes, String bootstrapServers, Path file, Path log)
      throws IOException {
    return TestProcess.start(
        ImportProcess.class,
        heapMegabytes,
        Redirect.to(log.toFile()),
        bootstrapServers,
        file.toString());
  }

  /** Bootstrap servers, the file; fails where a row does not become a person. */
  public static void main(String[] arguments) throws IOException, UnreadableFile {
    ImportReport report =
        new FileImport(
                new KafkaSettings(arguments[0], 1, Map.of()),
                TestRecords.TOPICS,
                new TestRecords().serdes(),
                Clock.systemUTC())
            .run(Path.of(arguments[1]), ImportOptions.standard(), _ -> {});
    if (report.counts().profiles() != report.counts().rows()) {
      throw new IllegalStateException("somebody was left out: " + report.counts());
    }
  }
}
