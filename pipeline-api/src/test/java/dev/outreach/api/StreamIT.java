package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The status as a stream. */
class StreamIT {

  private static final String STREAM = "/api/social/pipeline/stream";

  @Test
  void shouldPushTheStatusWhenItChangesAndEndWithTheApp() throws InterruptedException {
    try (TestPostgres postgres = TestPostgres.migrated()) {
      List<String> seen = new CopyOnWriteArrayList<>();
      Thread listener;
      try (RunningApi api = new RunningApi(postgres.dataSource(), Map.of())) {
        listener = Thread.ofVirtual().start(() -> listen(api, seen));
        await("the first status").until(() -> statuses(seen).count() >= 1);

        new Funnel(postgres).people("instagram", 3, "discovered", "not_started").count();

        await("the change")
            .atMost(Duration.ofSeconds(5))
            .until(() -> statuses(seen).anyMatch(data -> data.contains("\"discovered\":3")));
        burst(postgres);
        await("the last change")
            .until(() -> statuses(seen).anyMatch(data -> data.contains("\"qualified\":20")));
        assertThat(statuses(seen).count()).as("twenty changes are pushed together").isLessThan(15);
      }
      listener.join(Duration.ofSeconds(10));
      assertThat(listener.isAlive()).isFalse();
    }
  }

  private static void burst(TestPostgres postgres) {
    for (int n = 1; n <= 20; n++) {
      postgres.execute("DELETE FROM social_profile WHERE discovery_status = 'qualified'");
      new Funnel(postgres).people("linkedin", n, "qualified", "not_started").count();
    }
  }

  private static Stream<String> statuses(List<String> seen) {
    return seen.stream().filter(line -> line.startsWith("data: "));
  }

  private static void listen(RunningApi api, List<String> seen) {
    HttpResponse<Stream<String>> response =
        api.send(
            api.request(STREAM).timeout(Duration.ofMinutes(1)).GET(),
            HttpResponse.BodyHandlers.ofLines());
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    try (Stream<String> lines = response.body()) {
      lines.forEach(seen::add);
    } catch (UncheckedIOException _) {
      seen.add("cut off");
    }
  }
}
