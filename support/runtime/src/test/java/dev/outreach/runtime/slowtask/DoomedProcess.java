package dev.outreach.runtime.slowtask;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Works off tasks in a process of its own until it is killed; notes every call in a file. */
final class DoomedProcess {

  private static final int LONGEST_CALL_MILLIS = 200;

  private DoomedProcess() {}

  static Process launch(TaskTopics topics, Path calls) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                java,
                "-Xmx256m",
                "-cp",
                classes,
                DoomedProcess.class.getName(),
                topics.kafka().bootstrapServers(),
                topics.app(),
                calls.toString()))
        .redirectErrorStream(true)
        .redirectOutput(new File(calls + ".log"))
        .start();
  }

  /** Bootstrap servers, app, file of calls. */
  public static void main(String[] arguments) throws InterruptedException {
    TaskTopics topics =
        new TaskTopics(
            new dev.outreach.runtime.KafkaSettings(arguments[0], 1, Map.of()), arguments[1]);
    Path calls = Path.of(arguments[2]);
    Worker worker = new Worker(topics, LONGEST_CALL_MILLIS);
    SlowTask noting =
        record -> {
          Files.writeString(
              calls,
              TaskTopics.number(record.value()) + "\n",
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
          return worker.work(record);
        };
    KafkaClients clients = KafkaClients.of(topics.kafka(), topics.app(), "a");
    try (SlowTaskConsumer consumer = Worker.consumer(topics, noting, clients)) {
      consumer.start();
      new CountDownLatch(1).await();
    }
  }
}
