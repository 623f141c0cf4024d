package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.write.Generations;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuild beside a running projector and a reader, on a real broker and a real PostgreSQL. */
class RebuildIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Rebuild.Options ANY = new Rebuild.Options(OptionalInt.empty(), false);
  private static final int PEOPLE = 300;
  private static final int BURST = 1_000;
  private static final int LARGEST_LOG = 30_000;
  private static final int TRICKLE = 50;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
  private static final Duration BETWEEN_TRICKLES = Duration.ofMillis(100);

  private final MovableClock clock = new MovableClock(Events.START);
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(seed());
  private final long[] versions = new long[PEOPLE];
  private final BitSet erased = new BitSet();
  private final List<Past> past = new ArrayList<>();

  /** Records in the log; written by one thread at a time. */
  private volatile long appended;

  private RunningLog log;
  private TestPostgres postgres;

  /** Something that has happened and may be told again. */
  private record Past(int person, ProfileEvent event) {}

  private static long seed() {
    long seed = Long.getLong("seed", new Random().nextLong());
    System.getLogger("seed").log(System.Logger.Level.INFO, "-Dseed={0}", Long.toString(seed));
    return seed;
  }

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    log = new RunningLog(directory);
    postgres = new TestPostgres();
  }

  @AfterEach
  void stop() {
    postgres.close();
    log.close();
  }

  @Test
  void shouldShowTheSameRowsFromANewGenerationAndGoBack()
      throws ExecutionException, InterruptedException {
    try (StatusProjectorApp projector = projector()) {
      projector.start();
      happen(2_000);
      awaitNothingBehind();
      try (Reader reader = new Reader()) {
        AtomicBoolean isOver = new AtomicBoolean();
        Thread life = Thread.ofPlatform().start(() -> goOnHappening(isOver));
        try {
          assertThat(rebuild().run(ANY)).as(said::toString).isEqualTo(new Rebuild.Outcome.Live(2));
          assertThat(rebuild().rollBack(false)).isEqualTo(new Rebuild.Outcome.Live(1));
          assertThat(rebuild().run(ANY)).as(said::toString).isEqualTo(new Rebuild.Outcome.Live(3));
        } finally {
          isOver.set(true);
          life.join();
        }
        reader.stop();
        System.getLogger("flood").log(System.Logger.Level.INFO, "{0} records", appended);
        assertThat(appended).isGreaterThan(2_000 + BURST);
        assertThat(reader.wrong).isEmpty();
        assertThat(reader.reads).isGreaterThan(10);
      }
      awaitNothingBehind();
      assertThat(new Recount(postgres.dataSource()).run().differences()).isEmpty();
      assertThat(
              postgres.value(
                  "SELECT string_agg(generation || state, ' ' ORDER BY generation)"
                      + " FROM social_generation"))
          .isEqualTo("1retired 3live");
      assertThat(projector.health().isUp()).isTrue();
    }
  }

  @Test
  void shouldGoOnWhereAKilledRebuildWas() throws ExecutionException, InterruptedException {
    try (StatusProjectorApp projector = projector()) {
      projector.start();
      happen(1_000);
      awaitNothingBehind();
    }
    killedAt("making indexes and counting");
    assertThat(postgres.value("SELECT generation FROM social_generation WHERE state = 'live'"))
        .isEqualTo("1");
    killedAt("counts equal a full recount");
    // As if it had been killed a moment earlier: counted, and not all of its indexes made.
    postgres.execute("DROP INDEX social_profile_g2_stage");

    assertThat(rebuild().run(ANY)).as(said::toString).isEqualTo(new Rebuild.Outcome.Live(2));
    assertThat(said).contains("going on with generation 2");
    assertThat(new Recount(postgres.dataSource()).run().differences()).isEmpty();
    assertThat(
            postgres.value(
                "SELECT count(*) FROM pg_indexes WHERE indexname = 'social_profile_g2_stage'"))
        .isEqualTo("1");
  }

  @Test
  void shouldNotChangeWhereADayBeginsWhileAGenerationIsCounted() throws SQLException {
    killedAt("making indexes and counting");
    try (Connection counting = postgres.dataSource().getConnection();
        Connection changing = postgres.dataSource().getConnection();
        Statement change = changing.createStatement()) {
      counting.setAutoCommit(false);
      new Generations().count(counting, 2);
      change.execute("SET lock_timeout = '200ms'");
      assertThatThrownBy(
              () -> change.execute("SELECT social_change_zone('*', 'Asia/Tokyo', now())"))
          .hasMessageContaining("lock timeout");
      counting.commit();
      assertThat(change.execute("SELECT social_change_zone('*', 'Asia/Tokyo', now())")).isTrue();
    }
  }

  private void killedAt(String moment) {
    Rebuild doomed =
        log.rebuild(
            postgres.dataSource(),
            clock,
            line -> {
              if (line.equals(moment)) {
                throw new IllegalStateException("killed");
              }
            });
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> doomed.run(ANY)))
        .hasMessage("killed");
  }

  @Test
  void shouldNotShowRowsThatDifferFromTheLiveOnesUnlessTold()
      throws ExecutionException, InterruptedException {
    try (StatusProjectorApp projector = projector()) {
      projector.start();
      happen(200);
      awaitNothingBehind();
      await().dontCatchUncaughtExceptions().until(() -> !moments(1).contains("-infinity"));
    }
    String person =
        postgres.value(
            "UPDATE social_profile SET bio = 'nobody wrote this' WHERE profile_id ="
                + " (SELECT profile_id FROM social_profile LIMIT 1) RETURNING profile_id");

    Rebuild.Outcome refused = rebuild().run(ANY);
    assertThat(refused)
        .isInstanceOfSatisfying(
            Rebuild.Outcome.Refused.class,
            because -> assertThat(because.reasons()).singleElement().asString().contains(person));
    assertThat(rebuild().run(new Rebuild.Options(OptionalInt.empty(), true)))
        .isEqualTo(new Rebuild.Outcome.Live(2));
    assertThat(postgres.value("SELECT count(*) FROM social_profiles WHERE bio LIKE 'nobody%'"))
        .isEqualTo("0");
    assertThat(moments(2)).as("the clock of follow-ups").isEqualTo(moments(1));
  }

  @Test
  void shouldRefuseVersionsItDoesNotMakeAndBeContentWithTheOneThatIsLive()
      throws InterruptedException {
    assertThat(rebuild().run(new Rebuild.Options(OptionalInt.of(99), false)))
        .isInstanceOf(Rebuild.Outcome.Refused.class);
    assertThat(rebuild().run(new Rebuild.Options(OptionalInt.of(Projection.VERSION), false)))
        .isEqualTo(new Rebuild.Outcome.Live(1));
    assertThat(rebuild().rollBack(false)).isInstanceOf(Rebuild.Outcome.Refused.class);
  }

  private String moments(int generation) {
    return postgres.value(
        """
        SELECT string_agg(ready_before || '', ' ' ORDER BY kafka_partition) FROM social_offset
        WHERE stream = 'profile-events' AND generation =\s"""
            + generation);
  }

  private Rebuild rebuild() {
    return log.rebuild(postgres.dataSource(), clock, said::add);
  }

  private StatusProjectorApp projector() {
    return log.projector(postgres.dataSource(), clock, "running");
  }

  /**
   * The next burst comes as soon as the live rows show the one before: as much as the machine can
   * follow, and never more. After so many it goes on at leisure, for a log without end would never
   * be read to its end.
   */
  private void goOnHappening(AtomicBoolean isOver) {
    while (!isOver.get()) {
      try {
        boolean isFlood = appended < LARGEST_LOG;
        happen(isFlood ? BURST : TRICKLE);
        do {
          LockSupport.parkNanos(isFlood ? LOOK_AGAIN.toNanos() : BETWEEN_TRICKLES.toNanos());
        } while (!isOver.get() && shown() < appended);
      } catch (ExecutionException | InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private long shown() {
    return Long.parseLong(
        postgres.value(
            "SELECT coalesce(sum(next_offset), 0)::bigint FROM social_projection"
                + " WHERE stream = 'profile-events'"));
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
  private void happen(int events) throws ExecutionException, InterruptedException {
    long records = events;
    for (int i = 0; i < events; i++) {
      int person = random.nextInt(PEOPLE);
      ProfileEvent event = anything(person, ++versions[person]);
      past.add(new Past(person, event));
      log.append(person, event);
      if (random.nextInt(50) == 0) {
        Past again = past.get(random.nextInt(past.size()));
        log.append(again.person(), again.event());
        records++;
      }
      if (random.nextInt(100) == 0) {
        log.appendBytes(person, new byte[] {9, 9, 9}, "key");
        records++;
      }
    }
    log.settle();
    appended += records;
  }

  private ProfileEvent anything(int person, long version) {
    String name = "person" + person;
    erased.set(person, erased.get(person) || random.nextInt(200) == 0);
    ProfileSummary.Builder after =
        Events.summary(
                name,
                any(DiscoveryStatus.values()),
                random.nextBoolean() ? OutreachStatus.SENT : any(OutreachStatus.values()),
                Events.START.minusSeconds(random.nextInt(500_000)))
            .setErased(erased.get(person))
            .setFollowUpsLeft(random.nextInt(3));
    if (random.nextBoolean()) {
      after.setMessage(Events.message(name, random.nextInt(2), any(MessageStatus.values())));
    }
    return Events.event(name, version, after.build());
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private void awaitNothingBehind() {
    await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .ignoreExceptions()
        .until(
            () ->
                "0".equals(postgres.value("SELECT events_behind FROM social_freshness"))
                    && "4"
                        .equals(
                            postgres.value(
                                "SELECT count(end_offset) FROM social_projection"
                                    + " WHERE stream = 'profile-events'")));
  }

  /** Reads all the time, and notes every error and every step back. */
  private final class Reader implements AutoCloseable {

    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().start(this::run);
    private volatile int reads;

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void run() {
      PipelineStatusQuery query = new PipelineStatusQuery(postgres.dataSource());
      long people = 0;
      while (!isOver.get()) {
        try {
          long now = query.of("acme").total().counts().people();
          if (now < people) {
            wrong.add(now + " people after " + people);
          }
          people = now;
          reads++;
        } catch (RuntimeException failure) {
          wrong.add(failure.toString());
        }
      }
    }

    void stop() throws InterruptedException {
      isOver.set(true);
      thread.join();
    }

    @Override
    public void close() {
      isOver.set(true);
    }
  }
}
