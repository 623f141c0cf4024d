package dev.outreach.discovery.file;

import dev.outreach.discovery.TestRecords;
import dev.outreach.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** An import in a process of its own, so that its memory can be small. */
final class ImportProcess {

  private ImportProcess() {}

  static Process launch(int heapMegabytes, String bootstrapServers, Path file, Path log)
      throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classes,
                ImportProcess.class.getName(),
                bootstrapServers,
                file.toString()))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
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
