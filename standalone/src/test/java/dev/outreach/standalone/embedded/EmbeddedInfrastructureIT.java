package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedInfrastructureIT {

  private static final Path REGISTRY = Path.of(System.getProperty("outreach.registry.server"));

  @TempDir Path temp;

  @Test
  void shouldKeepEverythingOverRestart()
      throws StartFailure, ExecutionException, InterruptedException, IOException, SQLException {
    var footprint = new Footprint("kept");
    try (DataFolder folder = DataFolder.open(temp)) {
      try (var servers = start(folder, EmbeddedPorts.free())) {
        footprint.leave(Addresses.of(servers));
      }
      assertThat(processesOf(folder)).isEmpty();
      try (var servers = start(folder, EmbeddedPorts.free())) {
        footprint.expectIn(Addresses.of(servers));
      }
    }
  }

  @Test
  void shouldKeepEverythingWhenKilled()
      throws StartFailure, ExecutionException, InterruptedException, IOException, SQLException {
    var footprint = new Footprint("survived");
    InfrastructureProcess child = InfrastructureProcess.launch(temp);
    Addresses addresses;
    try {
      addresses = child.awaitReady();
      footprint.leave(addresses);
    } finally {
      child.kill();
    }

    try (DataFolder folder = DataFolder.open(temp);
        var servers = start(folder, addresses.ports())) {
      assertThat(Addresses.of(servers)).isEqualTo(addresses);
      footprint.expectIn(addresses);
    }
  }

  @Test
  void shouldLeaveNothingRunningWhenInterrupted()
      throws StartFailure, InterruptedException, IOException {
    try (DataFolder folder = DataFolder.open(temp)) {
      var outcome = new CompletableFuture<EmbeddedInfrastructure>();
      Thread starting =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      outcome.complete(start(folder, EmbeddedPorts.free()));
                    } catch (StartFailure | InterruptedException e) {
                      outcome.completeExceptionally(e);
                    }
                  });
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.exists(folder.postgres().resolve("data/postmaster.pid")));

      starting.interrupt();
      starting.join();

      assertThat(outcome).isCompletedExceptionally();
      assertThat(processesOf(folder)).isEmpty();
    }
  }

  @Test
  void shouldReportBrokerThatLosesItsDisk() throws StartFailure, InterruptedException, IOException {
    try (DataFolder folder = DataFolder.open(temp);
        var servers = start(folder, EmbeddedPorts.free())) {
      Files.move(folder.kafka(), temp.resolve("lost"));
      createTopic(servers.broker().bootstrapServers());

      assertThat(servers.failure().toCompletableFuture())
          .succeedsWithin(Duration.ofSeconds(60))
          .extracting(Throwable::getMessage, as(STRING))
          .startsWith("Kafka failed: the broker gave up");
    }
  }

  private static void createTopic(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      var _ = admin.createTopics(List.of(new NewTopic("homeless", 1, (short) 1)));
      admin.close(Duration.ofSeconds(5));
    }
  }

  @Test
  void shouldRefuseFolderThatAnotherProcessHolds()
      throws StartFailure, IOException, InterruptedException {
    InfrastructureProcess second;
    try (DataFolder folder = DataFolder.open(temp)) {
      second = InfrastructureProcess.launch(folder.path());
      assertThat(second.process().waitFor(Duration.ofSeconds(60))).isTrue();
    }

    assertThat(second.process().exitValue())
        .isEqualTo(StartFailure.Reason.DATA_FOLDER_IN_USE.exitCode());
    assertThat(second.text()).contains("in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void shouldLeaveNothingRunningWhenPortIsTaken() throws StartFailure, IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.HOST));
        DataFolder folder = DataFolder.open(temp)) {
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> start(folder, EmbeddedPorts.of(taken.getLocalPort(), 0, 0)))
          .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .withMessageContaining("OUTREACH_REGISTRY_PORT")
          .extracting(StartFailure::reason)
          .isEqualTo(StartFailure.Reason.PORT_IN_USE);
      assertThat(processesOf(folder)).isEmpty();
    }
  }

  @Test
  void shouldSayWhichServerEndedByItself()
      throws StartFailure, InterruptedException, ExecutionException {
    try (DataFolder folder = DataFolder.open(temp);
        var servers = start(folder, EmbeddedPorts.free())) {
      processesOf(folder).forEach(ProcessHandle::destroyForcibly);

      assertThat(servers.failure().toCompletableFuture())
          .succeedsWithin(Duration.ofSeconds(30))
          .extracting(StartFailure::reason)
          .isEqualTo(StartFailure.Reason.COMPONENT_FAILED);
    }
  }

  @Test
  void shouldStartAnewWhatACrashLeftHalfInitialised()
      throws StartFailure, IOException, InterruptedException {
    try (DataFolder folder = DataFolder.open(temp)) {
      Path unfinished = Files.createDirectories(folder.postgres().resolve("data"));
      Files.writeString(unfinished.resolve("postgresql.conf"), "# cut short");

      try (var servers = start(folder, EmbeddedPorts.free())) {
        assertThat(servers.database().jdbcUrl()).endsWith("/outreach");
      }
    }
  }

  private static EmbeddedInfrastructure start(DataFolder folder, EmbeddedPorts ports)
      throws StartFailure, InterruptedException {
    return EmbeddedInfrastructure.start(folder, ports, REGISTRY);
  }

  private static List<ProcessHandle> processesOf(DataFolder folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(
            process -> process.info().commandLine().orElse("").contains(folder.path().toString()))
        .toList();
  }
}
