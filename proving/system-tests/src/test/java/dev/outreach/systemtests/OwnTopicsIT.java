package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.sandbox.MovableClock;
import dev.outreach.schemas.topics.ProvisioningFailure;
import dev.outreach.standalone.command.OutreachCommand;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics called and divided as an operator wants: all apps and all commands meet there. */
class OwnTopicsIT {

  private static final String PREFIX = "acme.people.";
  private static final String EVENTS = PREFIX + "profile-events";
  private static final Map<String, String> OWN =
      Map.of("OUTREACH_TOPIC_PREFIX", PREFIX, "OUTREACH_TOPIC_PARTITIONS", "3");

  private final MovableClock clock = new MovableClock(Clock.systemUTC());

  @Test
  void shouldMeetInTopicsOfAnOperatorsChoice(@TempDir Path folder)
      throws IOException, InterruptedException, StartFailure, ExecutionException {
    Path data = folder.resolve("outreach");
    try (LocalStack.Running stack = WholeStack.on(data, clock, OWN)) {
      assertThat(topics(stack))
          .allSatisfy((name, _) -> assertThat(name).doesNotStartWith("social."))
          .hasEntrySatisfying(EVENTS, events -> assertThat(events.partitions()).hasSize(3));
      new Operator(stack).qualify(List.of("found.by.name"));

      assertThat(elsewhere(data, "import", people(folder).toString())).isZero();
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofMinutes(2))
          .until(() -> new Operator(stack).profiles().size() == 2);
      assertThat(elsewhere(data, "verify", "counts")).isZero();
      assertThat(elsewhere(data, "verify", "ledger")).isZero();
      assertThat(elsewhere(data, "status", "--at", Instant.now(clock).toString())).isZero();
    }
    assertThatThrownBy(() -> WholeStack.on(data, clock, Map.of("OUTREACH_TOPIC_PREFIX", PREFIX)))
        .isInstanceOf(ProvisioningFailure.class)
        .hasMessageContaining("has 3 partitions")
        .hasMessageContaining("set OUTREACH_TOPIC_PARTITIONS to 3");
  }

  /** A command in another shell, which knows nothing but the folder. */
  private static int elsewhere(Path data, String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--data-dir", data.toString()));
    return OutreachCommand.execute(Map.of(), line.toArray(String[]::new));
  }

  private static Path people(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("people.csv"), "platform,username\ninstagram,from.a.file\n");
  }

  private static Map<String, TopicDescription> topics(LocalStack.Running stack)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, stack.addresses().bootstrap()))) {
      return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
    }
  }
}
