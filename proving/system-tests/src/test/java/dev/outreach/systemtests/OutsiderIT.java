package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.standalone.stack.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client of another language and other libraries, which knows of us only the broker, the registry
 * and the names of two topics. It is in {@code proving/outsider}.
 */
class OutsiderIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> HANDLES = List.of("blue.kiln", "green.loom");

  @Test
  void shouldServeANodeClientOnItsTopicsAndRegistry(@TempDir Path folder)
      throws IOException, InterruptedException {
    Ports ports = FreePorts.five();
    try (OutreachProcess up =
        OutreachProcess.start(
            FreePorts.asEnvironment(ports),
            folder.resolve("up.txt"),
            "up",
            "--data-dir",
            folder.resolve("data").toString())) {
      await()
          .dontCatchUncaughtExceptions()
          .atMost(PATIENCE)
          .until(() -> up.output().contains("Ready after") || !up.isAlive());
      assertThat(up.isAlive()).as(up.output()).isTrue();
      letPeopleExist(ports.sandbox());
      String job = UUID.randomUUID().toString();

      JsonNode said = new ObjectMapper().readTree(outsider(folder, ports, job));

      assertThat(said.path("job").asText()).isEqualTo(job);
      assertThat(said.path("registered").findValuesAsText("profileId"))
          .containsExactlyInAnyOrderElementsOf(
              HANDLES.stream()
                  .map(handle -> DerivedId.profile("default", "instagram", handle))
                  .toList());
      assertThat(said.path("registered").findValuesAsText("status")).containsOnly("DISCOVERED");
      assertThat(said.path("registered").findValuesAsText("version")).containsOnly("1");
    }
  }

  private static void letPeopleExist(int sandboxPort) throws IOException, InterruptedException {
    String people =
        "{\"people\":[{\"username\":\"%s\"},{\"username\":\"%s\"}]}"
            .formatted(HANDLES.get(0), HANDLES.get(1));
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + sandboxPort + "/sandbox/instagram/people"))
                  .timeout(Duration.ofSeconds(30))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(people))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(201);
    }
  }

  /** What the client prints. */
  private static String outsider(Path folder, Ports ports, String job)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.json");
    Path complaints = folder.resolve("complaints.txt");
    ProcessBuilder client =
        new ProcessBuilder("sh", "run.sh", job, "instagram", HANDLES.get(0), HANDLES.get(1))
            .directory(Path.of(System.getProperty("outreach.outsider")).toFile())
            .redirectOutput(said.toFile())
            .redirectError(complaints.toFile());
    client.environment().put("KAFKA", "127.0.0.1:" + ports.kafka());
    client
        .environment()
        .put("REGISTRY", "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7");
    Process process = client.start();
    try {
      assertThat(process.waitFor(PATIENCE)).as("ended in time").isTrue();
      assertThat(process.exitValue()).as(Files.readString(complaints)).isZero();
      return Files.readString(said);
    } finally {
      process.destroyForcibly();
    }
  }
}
