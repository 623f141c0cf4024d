package dev.outreach.benchmarks.discovery;

import dev.outreach.benchmarks.harness.Signal;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import dev.outreach.standalone.Outreach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code outreach up} in a process of its own, on ports and data of its own, with its TikTok led to
 * a platform that outlives it. Not thread-safe.
 */
final class Product implements AutoCloseable {

  static final String TOKEN = "the-token-of-the-benchmark";
  private static final Duration COMES_UP_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final List<String> PORTS =
      List.of(
          "OUTREACH_HTTP_PORT",
          "OUTREACH_REGISTRY_PORT",
          "OUTREACH_KAFKA_PORT",
          "OUTREACH_POSTGRES_PORT",
          "OUTREACH_SANDBOX_PORT");

  private final DiscoveryOptions options;
  private final List<String> environment;
  private final int httpPort;
  private final int postgresPort;
  private Process process;
  private int starts;

  Product(DiscoveryOptions options, URI platform) throws IOException, InterruptedException {
    this.options = options;
    List<Integer> ports = freePorts();
    this.httpPort = ports.get(0);
    this.postgresPort = ports.get(3);
    this.environment = environment(ports, platform);
    this.process = start();
  }

  /** Where its API is. */
  URI api(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  /** Where its database is; the user is {@code outreach}, without a password. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/outreach";
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it and brings it up again; whether the kill was what ended it. */
  boolean kill() throws IOException, InterruptedException {
    Signal.KILL.to(process.pid());
    boolean killed = process.waitFor() == 128 + 9;
    process = start();
    return killed;
  }

  /** What the operating system has given it, in megabytes. */
  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
        .findFirst()
        .orElse(0);
  }

  private Process start() throws IOException, InterruptedException {
    Path output = options.folder().resolve("up-" + starts++ + ".txt");
    Files.createDirectories(options.folder());
    ProcessBuilder builder =
        new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(output.toFile());
    for (String pair : environment) {
      builder.environment().put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    Process fresh = builder.start();
    awaitReady(fresh, output);
    return fresh;
  }

  private static void awaitReady(Process fresh, Path output)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + COMES_UP_WITHIN.toNanos();
    while (!Files.readString(output).contains("Ready after")) {
      if (!fresh.isAlive() || System.nanoTime() > end || Thread.interrupted()) {
        fresh.destroyForcibly().waitFor();
        throw new IllegalStateException("the product did not come up; see " + output);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + options.heapMegabytes() + "m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Doutreach.app=" + System.getProperty("outreach.app", "standalone/target/app"),
        "-Doutreach.log.dir=" + options.folder().resolve("logs"),
        "-cp",
        System.getProperty("java.class.path"),
        Outreach.class.getName(),
        "up",
        "--data-dir",
        options.folder().resolve("data").toString());
  }

  private static List<String> environment(List<Integer> ports, URI platform) {
    TikTokSettings account = TikTokSettings.defaults();
    List<String> environment = new ArrayList<>();
    for (int port = 0; port < PORTS.size(); port++) {
      environment.add(PORTS.get(port) + "=" + ports.get(port));
    }
    Map.of(
            "TOKEN", account.token(),
            "ACCOUNT_ID", account.businessId(),
            "MARKETPLACE_ID", account.marketplaceId(),
            "APP_SECRET", "not-used-here",
            "BASE_URL", platform.toString(),
            // What is measured is ours, not the platform's limit.
            "CALLS_PER_MINUTE", "9999999")
        .forEach((name, value) -> environment.add("OUTREACH_TIKTOK_" + name + "=" + value));
    environment.add("OUTREACH_ADMIN_TOKEN=" + TOKEN);
    return environment;
  }

  private static List<Integer> freePorts() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int port = 0; port < PORTS.size(); port++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  /** Lets it stop in order: it takes its database and its registry with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofMinutes(1))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
