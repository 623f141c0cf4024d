package dev.outreach.discovery.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.quota.Pause;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaBook;
import dev.outreach.platforms.quota.QuotaBookAway;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.quota.Standing;
import dev.outreach.platforms.quota.Taken;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The count on a real PostgreSQL; {@code -Dseed=…} repeats the kills. */
@TestInstance(Lifecycle.PER_CLASS)
class QuotaLedgerIT {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Quota HASHTAGS =
      quota("hashtags", 30, new QuotaWindow.Distinct(Duration.ofDays(7)));
  private static final Quota A_MINUTE =
      quota("a-minute", 600, new QuotaWindow.Rolling(Duration.ofMinutes(1)));
  private static final Quota A_DAY = quota("a-day", 5, new QuotaWindow.UtcDay());
  private static final int KILLS = 5;

  private final MovedClock clock = new MovedClock();
  private EmbeddedPostgres postgres;
  private QuotaLedger ledger;

  @BeforeAll
  void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    ledger = restarted();
  }

  @BeforeEach
  void setClock() {
    clock.set(NOON);
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void shouldCountDifferentUsesOnceAndNotStartTheirTimeAnew() {
    QuotaAccount account = account("hashtags");
    for (int tag = 0; tag < 30; tag++) {
      assertThat(ledger.take(account, HASHTAGS, "tag" + tag)).isInstanceOf(Taken.Reserved.class);
    }
    clock.move(Duration.ofDays(3));

    assertThat(ledger.take(account, HASHTAGS, "tag3")).isInstanceOf(Taken.Reserved.class);
    Instant end = NOON.plus(Duration.ofDays(7)).plus(QuotaWindow.UNDER_WAY);
    assertThat(restarted().take(account, HASHTAGS, "new")).isEqualTo(new Taken.UsedUp(end));
    assertThat(ledger.standing(account, HASHTAGS)).map(Standing::used).contains(30);
    assertThat(ledger.take(account("other"), HASHTAGS, "new")).isInstanceOf(Taken.Reserved.class);
    clock.set(end);
    assertThat(ledger.take(account, HASHTAGS, "new")).isInstanceOf(Taken.Reserved.class);
    assertThat(ledger.standing(account, HASHTAGS)).contains(new Standing(1, Set.of("new")));
  }

  @Test
  void shouldForgetWhatCountsNoMore() throws SQLException {
    QuotaAccount account = account("forgotten");
    for (int minute = 0; minute < 5; minute++) {
      assertThat(ledger.take(account, A_MINUTE, "")).isInstanceOf(Taken.Reserved.class);
      clock.move(Duration.ofMinutes(2));
    }

    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM social_platform_quota_uses WHERE account = 'forgotten'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void shouldBeginDailyCountsAtMidnightUtc() {
    QuotaAccount account = account("days");
    for (int call = 0; call < 5; call++) {
      assertThat(ledger.take(account, A_DAY, "")).isInstanceOf(Taken.Reserved.class);
    }

    Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
    assertThat(ledger.take(account, A_DAY, "")).isEqualTo(new Taken.UsedUp(midnight));
    clock.set(midnight);
    assertThat(ledger.take(account, A_DAY, "")).isInstanceOf(Taken.Reserved.class);
  }

  @Test
  void shouldGiveNoMoreThanThereIsToManyAtOnce() throws ExecutionException, InterruptedException {
    QuotaAccount account = account("many");
    List<QuotaBook> instances = List.of(ledger, restarted(), restarted(), restarted());
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Long>> reserved =
          instances.stream()
              .map(instance -> threads.submit(() -> takeAsMany(instance, account)))
              .toList();
      long all = 0;
      for (Future<Long> some : reserved) {
        all += some.get();
      }
      assertThat(all).isEqualTo(600);
    }
    clock.move(Duration.ofSeconds(61));
    assertThat(ledger.take(account, A_MINUTE, "")).isInstanceOf(Taken.Reserved.class);
  }

  @Test
  void shouldRememberPausesAndTheLongestOfEach() {
    QuotaAccount account = account("paused");
    Pause day = new Pause(NOON.plus(Duration.ofHours(12)), "told so");
    ledger.pause(account, "*", day);
    ledger.pause(account, "*", new Pause(NOON.plusSeconds(5), "told less"));

    assertThat(restarted().paused(account, Set.of("*", "calls"))).contains(day);
    assertThat(ledger.paused(account, Set.of("calls"))).isEmpty();
    clock.set(day.until());
    assertThat(ledger.paused(account, Set.of("*"))).isEmpty();
  }

  /** One call may be counted that was never made: each time, the one in flight. */
  @Test
  void shouldHaveCountedEveryCallOfAProcessThatIsKilled(@TempDir Path folder)
      throws IOException, InterruptedException {
    Random random = new Random(SEED);
    Path calls = Files.createFile(folder.resolve("calls"));
    clock.set(Instant.now(Clock.systemUTC()));
    for (int kill = 0; kill < KILLS; kill++) {
      long before = Files.size(calls);
      Process spender = DoomedSpender.launch(url(), calls);
      try {
        Awaitility.await()
            .dontCatchUncaughtExceptions()
            .atMost(Duration.ofMinutes(2))
            .until(() -> Files.size(calls) > before + 20);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(200)).toNanos());
      } finally {
        spender.destroyForcibly().waitFor();
      }
    }

    long made = Files.size(calls);
    int counted = ledger.standing(DoomedSpender.ACCOUNT, DoomedSpender.CALLS).orElseThrow().used();
    assertThat(counted).as("seed %d", SEED).isBetween((int) made, (int) made + KILLS);
  }

  @Test
  void shouldSayThatTheDatabaseIsAway() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/outreach");
    QuotaLedger lost = new QuotaLedger(nowhere, clock);

    assertThatExceptionOfType(QuotaBookAway.class)
        .isThrownBy(() -> lost.take(account("lost"), A_DAY, ""));
    assertThatExceptionOfType(QuotaBookAway.class)
        .isThrownBy(() -> lost.paused(account("lost"), Set.of("*")));
  }

  @Test
  void shouldReadADatabaseNothingWasCountedInYet() throws IOException {
    try (EmbeddedPostgres fresh = EmbeddedPostgres.start()) {
      QuotaLedger unwritten = new QuotaLedger(fresh.getPostgresDatabase(), clock);

      assertThat(unwritten.standing(account("a"), A_DAY)).contains(new Standing(0, Set.of()));
      assertThat(unwritten.paused(account("a"), Set.of("*"))).isEmpty();
    }
  }

  private static long takeAsMany(QuotaBook instance, QuotaAccount account) {
    return IntStream.range(0, 200)
        .filter(_ -> instance.take(account, A_MINUTE, "") instanceof Taken.Reserved)
        .count();
  }

  private QuotaLedger restarted() {
    return new QuotaLedger(postgres.getPostgresDatabase(), clock);
  }

  private String url() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  private static QuotaAccount account(String id) {
    return new QuotaAccount(Platform.INSTAGRAM, id);
  }

  private static Quota quota(String name, int most, QuotaWindow window) {
    return new Quota(name, name, OptionalInt.of(most), window);
  }

  /** Stands still until it is moved. */
  private static final class MovedClock extends Clock {

    private volatile Instant now = NOON;

    void move(Duration by) {
      now = now.plus(by);
    }

    void set(Instant to) {
      now = to;
    }

    @Override
    public Instant instant() {
      return now;
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
