package dev.outreach.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sandbox.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was acknowledged survives the end of the process; and the ledger keeps up with many senders.
 */
class DurabilityIT {

  private static final Logger LOG = LoggerFactory.getLogger(DurabilityIT.class);
  private static final int SENDERS = 64;
  private static final int MESSAGES = 10_000;
  private static final int WARM_UP = 6_000;
  private static final Duration MOST_PROCESSOR_EACH = Duration.ofMillis(3);

  @TempDir private Path folder;
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().executor(senders).connectTimeout(Duration.ofSeconds(5)).build();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @Test
  void shouldLoseNoAcknowledgedMessageWhenKilled() throws IOException {
    int port = freePort();
    URI base = URI.create("http://127.0.0.1:" + port);
    for (int round = 1; round <= 3; round++) {
      Process process = start(port, base);
      String address = personWhoWrote(base);
      int before = acknowledged.size();
      CompletableFuture<Void> sending = sendUntilRefused(base, address);
      await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofSeconds(30))
          .until(() -> acknowledged.size() > before + 200);
      process.destroyForcibly();
      sending.join();
      process.onExit().join();
    }

    Process last = start(port, base);
    Set<String> kept = keptMessages(base);
    last.destroyForcibly().onExit().join();

    assertThat(acknowledged).hasSizeGreaterThan(600).doesNotHaveDuplicates();
    assertThat(kept).containsAll(acknowledged);
  }

  /**
   * Bounds the work per message rather than the rate, which depends on what else the machine does.
   */
  @Test
  void shouldSpendLittleOnEachOfManyMessages() throws IOException {
    SandboxSettings settings =
        SandboxSettings.in(folder, Clock.systemUTC())
            .with(InstagramSettings.defaults().withRates(1_000_000, 1_000_000));
    try (Sandbox sandbox = Sandbox.start(settings)) {
      String address = personWhoWrote(sandbox.uri());
      sendMany(WARM_UP, sandbox.uri(), address);
      long start = System.nanoTime();
      Duration processorBefore = processorTime();
      sendMany(MESSAGES, sandbox.uri(), address);
      double perSecond = MESSAGES / ((System.nanoTime() - start) / 1e9);
      Duration each = processorTime().minus(processorBefore).dividedBy(MESSAGES);

      LOG.warn(
          "accepted {} a second, fsync included, {} of processor each",
          Math.round(perSecond),
          each);
      assertThat(keptMessages(sandbox.uri())).hasSize(WARM_UP + MESSAGES);
      assertThat(each).isLessThan(MOST_PROCESSOR_EACH);
    }
  }

  private void sendMany(int messages, URI base, String address) {
    AtomicInteger left = new AtomicInteger(messages);
    CompletableFuture.allOf(
            IntStream.range(0, SENDERS)
                .mapToObj(
                    _ -> CompletableFuture.runAsync(() -> sendWhile(left, base, address), senders))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void sendWhile(AtomicInteger left, URI base, String address) {
    while (left.getAndDecrement() > 0) {
      acknowledged.add(send(base, address));
    }
  }

  /** Sends from a few senders, at less than the platform's rate, until the connection breaks. */
  private CompletableFuture<Void> sendUntilRefused(URI base, String address) {
    return CompletableFuture.allOf(
        IntStream.range(0, 4)
            .mapToObj(
                _ -> CompletableFuture.runAsync(() -> sendUntilBroken(base, address), senders))
            .toArray(CompletableFuture<?>[]::new));
  }

  private void sendUntilBroken(URI base, String address) {
    try {
      while (true) {
        String id = send(base, address);
        if (!id.isEmpty()) {
          acknowledged.add(id);
        }
      }
    } catch (CompletionException killed) {
      LOG.debug("the process is gone");
    }
  }

  private String send(URI base, String address) {
    String path = "/instagram/v26.0/17841405309211844/messages?access_token=ig-sandbox-token";
    String body =
        "{\"recipient\":{\"id\":\"%s\"},\"message\":{\"text\":\"Hello\"}}".formatted(address);
    return post(base, path, body).path("message_id").asText();
  }

  private String personWhoWrote(URI base) {
    post(base, "/sandbox/instagram/people", "{\"people\":[{\"username\":\"blue.kiln\"}]}");
    return post(base, "/sandbox/instagram/inbound", "{\"username\":\"blue.kiln\",\"text\":\"Hi\"}")
        .path("address")
        .asText();
  }

  private Set<String> keptMessages(URI base) {
    JsonNode messages = request(base, "/sandbox/ledger/messages").path("messages");
    return StreamSupport.stream(messages.spliterator(), false)
        .map(message -> message.path("message_id").asText())
        .collect(Collectors.toSet());
  }

  private Process start(int port, URI base) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                Integer.toString(port),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> request(base, "/sandbox/health").path("status").asText().equals("up"));
    return process;
  }

  private JsonNode request(URI base, String path) {
    return answer(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private JsonNode post(URI base, String path, String body) {
    return answer(
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode answer(HttpRequest.Builder request) {
    return Json.readOrMissing(
        client
            .sendAsync(
                request.timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString())
            .join()
            .body());
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
