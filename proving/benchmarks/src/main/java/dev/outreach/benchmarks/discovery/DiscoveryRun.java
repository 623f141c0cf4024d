package dev.outreach.benchmarks.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outreach.benchmarks.report.Report;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.sandbox.tiktok.TikTokSettings;
import dev.outreach.schemas.identity.DerivedId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * One job that finds everybody there is, from the platform's answers to the rows of the read model.
 */
public final class DiscoveryRun {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final DiscoveryOptions options;
  private final Clock clock;
  private final List<Long> resident = new ArrayList<>();
  private int fired;

  public DiscoveryRun(DiscoveryOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /** Runs it; the report holds where the read model shows exactly those who can be found. */
  public Report run() throws IOException, InterruptedException {
    Files.createDirectories(options.folder());
    try (Sandbox platforms = platforms("platforms", invented());
        Product product = new Product(options, platforms.platformUri("tiktok"))) {
      Set<String> expected = expected(platforms);
      long begun = System.nanoTime();
      String job = request(product);
      ReadModelView readModel = new ReadModelView(product.jdbcUrl());
      follow(job, expected.size(), product, readModel);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return report(expected, took, readModel);
    } catch (SQLException failure) {
      throw new IOException("the read model does not answer", failure);
    }
  }

  private Sandbox platforms(String folder, int people) throws IOException {
    return Sandbox.start(
        SandboxSettings.in(options.folder().resolve(folder), clock)
            .withSeed(options.seed())
            .with(TikTokSettings.defaults().withPeople(people, 1_000_000)));
  }

  /** How large a population shows exactly as many as are to be found: its people never change. */
  private int invented() throws IOException, InterruptedException {
    try (Sandbox larger = platforms("crowd", options.people() * 5 / 4 + 50)) {
      int size = 0;
      int shown = 0;
      for (JsonNode person : everybody(larger)) {
        size++;
        shown += person.path("personal").asBoolean() ? 0 : 1;
        if (shown == options.people()) {
          return size;
        }
      }
      throw new IllegalStateException("only " + shown + " of " + size + " are shown");
    }
  }

  private static List<JsonNode> everybody(Sandbox platforms)
      throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(URI.create(platforms.uri() + "/sandbox/people")).GET(), 200)
        .path("people")
        .valueStream()
        .filter(person -> person.path("platform").asText().equals("tiktok"))
        .toList();
  }

  private static Set<String> expected(Sandbox platforms) throws IOException, InterruptedException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode person : everybody(platforms)) {
      if (!person.path("personal").asBoolean()) {
        ids.add(DerivedId.profile("default", "tiktok", person.path("username").asText()));
      }
    }
    return ids;
  }

  private String request(Product product) throws IOException, InterruptedException {
    // Everybody's biography says where they are.
    String body =
        """
        {"platform": "tiktok", "keywords": ["in"], "max_profiles": %d,
         "locations": ["DE", "PT", "DK", "US", "CA", "AU", "ES", "FR", "AT", "NL"]}
        """
            .formatted(options.people());
    return ask(
            HttpRequest.newBuilder(product.api("/api/social/pipeline/discover"))
                .header("Authorization", "Bearer " + Product.TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)),
            202)
        .path("job_id")
        .asText();
  }

  private static JsonNode ask(HttpRequest.Builder request, int status)
      throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpResponse<String> answer =
          client.send(
              request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != status) {
        throw new IllegalStateException("answered with " + answer.statusCode());
      }
      return new ObjectMapper().readTree(answer.body());
    }
  }

  /** Kills it at moments spread over the job, and waits until the job and the rows are there. */
  private void follow(String job, int expected, Product product, ReadModelView readModel)
      throws IOException, InterruptedException, SQLException {
    List<Long> kills = killAt(expected);
    long end = System.nanoTime() + options.patience().toNanos();
    while (System.nanoTime() < end) {
      long rows = readModel.rows();
      resident.add(product.residentMegabytes());
      if (!kills.isEmpty() && rows >= kills.getFirst()) {
        fired += product.kill() ? 1 : 0;
        kills.removeFirst();
      }
      if (readModel.isAllThere(job)) {
        return;
      }
      if (!product.isAlive() || Thread.interrupted()) {
        throw new IllegalStateException("the product ended; see " + options.folder());
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /** After how many rows each kill strikes: at random, in the first nine tenths. */
  private List<Long> killAt(int expected) {
    SplittableRandom random = new SplittableRandom(options.seed());
    return random
        .longs(options.kills(), 1, Math.max(2, expected * 9L / 10))
        .sorted()
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Report report(Set<String> expected, Duration took, ReadModelView readModel)
      throws SQLException {
    Set<String> found = readModel.ids();
    double seconds = took.toMillis() / 1_000.0;
    String name = options.kills() == 0 ? "discovery" : "discovery-killed";
    long early = most(0.25, 0.5);
    long late = most(0.75, 1);
    Report report =
        new Report(name)
            .with("people", options.people())
            .with("kills", options.kills())
            .with("heap", options.heapMegabytes() + "m")
            .with("seed", options.seed())
            .count("could be found", expected.size())
            .count("in the read model", found.size())
            .figure("time", seconds, "s")
            .figure("rate", found.size() / seconds, "people/s")
            .count("memory, second quarter", early)
            .count("memory, last quarter", late)
            .check(
                "everybody who can be found, and nobody else",
                found.equals(expected),
                found.size() + " of " + expected.size())
            .check(
                "the count equals the rows, and all counts a recount",
                readModel.discovered() == found.size() && readModel.agrees(),
                readModel.discovered() + " counted");
    return options.kills() == 0
        ? report.check(
            "memory stays within a quarter of what it was",
            late <= early * 1.25,
            early + " MB, then " + late + " MB")
        : report.check(
            "every kill was what ended the process", fired == options.kills(), fired + " fired");
  }

  /** The most resident memory in a part of the run. */
  private long most(double from, double to) {
    int size = resident.size();
    return resident
        .subList((int) (size * from), Math.max((int) (size * from) + 1, (int) (size * to)))
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
