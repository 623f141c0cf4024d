package dev.outreach.runtime.slowtask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.testbroker.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowTaskCrashIT {

  private static final int TASKS = 1_200;
  private static final int KILLS = 3;

  @Test
  void shouldRepeatNoResultAndFewCallsWhenKilled(@TempDir Path directory) throws Exception {
    try (TestBroker broker = TestBroker.start(directory.resolve("kafka"))) {
      workThroughKills(broker, directory.resolve("calls"));
    }
  }

  private static void workThroughKills(TestBroker broker, Path calls)
      throws IOException, ExecutionException, InterruptedException {
    TaskTopics topics = TaskTopics.create(broker.bootstrapServers(), "killed");
    topics.publish(0, TASKS);
    for (int kill = 1; kill <= KILLS; kill++) {
      Process doomed = DoomedProcess.launch(topics, calls);
      try {
        awaitResults(topics, kill * TASKS / (KILLS + 1));
      } finally {
        doomed.destroyForcibly().waitFor();
      }
    }
    Process last = DoomedProcess.launch(topics, calls);
    try {
      awaitResults(topics, TASKS);
    } finally {
      last.destroyForcibly().waitFor();
    }

    assertThat(topics.read(topics.results()))
        .extracting(record -> TaskTopics.number(record.value()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, TASKS).boxed().toList());
    int repeated = Files.readAllLines(calls).size() - TASKS;
    // Per kill: the calls running, and those done since the last transaction.
    assertThat(repeated).isBetween(1, 2 * KILLS * Worker.CAP);
  }

  private static void awaitResults(TaskTopics topics, int count) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> assertThat(topics.read(topics.results())).hasSizeGreaterThanOrEqualTo(count));
  }
}
