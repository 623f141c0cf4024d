package dev.outreach.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outreach.api.inbox.Inbox;
import dev.outreach.api.inbox.InboxSettings;
import dev.outreach.api.inbox.RequestKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What idempotency keys stand for is remembered for its time, and no longer. */
class RequestKeysIT {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration MEMORY = Duration.ofDays(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final UUID OLD = UUID.fromString("6f7b5a0e-2c1d-5e5b-9d53-0f2a6d1c8e11");
  private static final UUID YOUNG = UUID.fromString("6f7b5a0e-2c1d-5e5b-9d53-0f2a6d1c8e12");

  private final MovedClock clock = new MovedClock();
  private TestPostgres postgres;
  private Inbox inbox;

  @BeforeEach
  void start() {
    postgres = TestPostgres.migrated();
    inbox =
        new Inbox(
            new Inbox.Parts(
                postgres.dataSource(),
                _ -> Optional.empty(),
                _ -> List.of(),
                new SimpleMeterRegistry(),
                clock),
            new InboxSettings(MEMORY, Duration.ofDays(90), Duration.ofMinutes(15)));
    inbox.start();
    await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> inbox.health().isUp());
  }

  @AfterEach
  void stop() {
    inbox.close();
    postgres.close();
  }

  @Test
  void shouldForgetAKeyAfterItsTimeAndNotBefore() {
    RequestKeys keys = inbox.requestKeys();
    assertThat(keys.claim(OLD, "one")).isTrue();
    clock.move(Duration.ofSeconds(2));
    assertThat(keys.claim(YOUNG, "one")).isTrue();

    // One second more than the memory for the old key, one second less for the young one.
    clock.move(MEMORY.minusSeconds(1));
    awaitKept(1);
    assertThat(keys.claim(YOUNG, "another")).isFalse();
    assertThat(keys.claim(YOUNG, "one")).isTrue();
    assertThat(keys.claim(OLD, "another")).isTrue();

    // Using a key again does not prolong its time.
    clock.move(Duration.ofDays(1));
    awaitKept(1);
    assertThat(keys.claim(YOUNG, "another")).isTrue();
    assertThat(keys.claim(OLD, "one")).isFalse();
  }

  private void awaitKept(long keys) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(postgres.count("SELECT count(*) FROM social_request_keys"))
                    .isEqualTo(keys));
  }

  /** A clock that stands still until it is moved. */
  private static final class MovedClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

    void move(Duration by) {
      now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
