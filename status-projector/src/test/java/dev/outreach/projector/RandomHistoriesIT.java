package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.CountLine;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever happens to people, in whatever batches, with duplicates, restarts, takeovers and a clock
 * that jumps: after every step the counts are what a recount gives and what a fold of the log
 * gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomHistoriesIT {

  private static final int PARTITIONS = 3;
  private static final int PEOPLE = 40;
  private static final int CROWD = 150;
  private static final int STEPS = 60;

  private TestPostgres postgres;

  @BeforeAll
  void start() {
    postgres = new TestPostgres();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @RepeatedTest(4)
  void shouldCountExactlyAfterEveryStep() {
    long seed = Long.getLong("seed", new Random().nextLong());
    System.getLogger("seed").log(System.Logger.Level.INFO, "-Dseed={0}", Long.toString(seed));
    new History(new Random(seed), "seed " + seed).run();
  }

  private final class History {

    private final Random random;
    private final String seed;
    private final TestLog log = new TestLog();
    private final MovableClock clock = new MovableClock(Events.START);
    private final Map<TopicPartition, List<ProfileEvent>> written = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<TopicPartition> partitions =
        IntStream.range(0, PARTITIONS).mapToObj(log::events).toList();
    private Projector projector = new Projector(log, postgres.dataSource(), clock);
    private Instant readyBefore = Instant.MIN;
    private int found = PEOPLE;

    History(Random random, String seed) {
      this.random = random;
      this.seed = seed;
    }

    void run() {
      projector.claim(partitions);
      postgres.forgetEverything();
      projector.claim(partitions);
      for (int step = 0; step < STEPS; step++) {
        act();
        check(step);
      }
      projector.applyEverything();
      check(STEPS);
    }

    private void act() {
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> happen(1 + random.nextInt(40));
        case 10 -> findACrowd();
        case 11 -> projector.apply(some(partitions), 1_000);
        case 4, 5, 6 -> projector.apply(some(partitions), 1 + random.nextInt(25));
        case 7 -> moveClock();
        case 8 -> repeatOldEvents();
        default -> restart();
      }
    }

    private void happen(int events) {
      for (int i = 0; i < events; i++) {
        happenTo(random.nextInt(PEOPLE));
      }
    }

    /** So many new people that they come into the tables another way. */
    private void findACrowd() {
      int size = CROWD + random.nextInt(CROWD);
      for (int i = 0; i < size; i++) {
        found++;
        happenTo(found);
        if (random.nextInt(4) == 0) {
          happenTo(found);
        }
      }
    }

    private void happenTo(int person) {
      String name = "person" + person;
      ProfileEvent event = Events.event(name, versions.merge(name, 1L, Long::sum), anything(name));
      append(log.events(person % PARTITIONS), event);
    }

    private ProfileSummary anything(String name) {
      Instant contacted =
          random.nextInt(3) == 0 ? null : Events.START.minusMillis(random.nextInt(4 * 86_400_000));
      ProfileSummary.Builder after =
          Events.summary(
                  name,
                  any(DiscoveryStatus.values()),
                  random.nextBoolean() ? OutreachStatus.SENT : any(OutreachStatus.values()),
                  contacted)
              .setFollowUpsLeft(random.nextInt(3));
      return random.nextBoolean()
          ? after.build()
          : after
              .setMessage(Events.message(name, random.nextInt(2), any(MessageStatus.values())))
              .build();
    }

    private void repeatOldEvents() {
      partitions.forEach(
          partition -> {
            List<ProfileEvent> past = List.copyOf(written.getOrDefault(partition, List.of()));
            past.stream()
                .filter(_ -> random.nextInt(5) == 0)
                .forEach(old -> append(partition, old));
          });
    }

    private void restart() {
      Map<TopicPartition, Long> before = projector.positions();
      projector = new Projector(log, postgres.dataSource(), clock);
      projector.claim(partitions);
      assertThat(projector.positions()).as(seed).isEqualTo(before);
    }

    private void moveClock() {
      long seconds = random.nextInt(100_000) - 20_000L;
      clock.move(Duration.ofMillis(seconds * 1_000 + random.nextInt(1_000)));
      projector.tick();
      readyBefore =
          clock.instant().minus(Projector.FOLLOW_UP_AFTER).truncatedTo(ChronoUnit.SECONDS);
    }

    private void append(TopicPartition partition, ProfileEvent event) {
      written.computeIfAbsent(partition, _ -> new ArrayList<>()).add(event);
      log.append(partition, event);
    }

    private void check(int step) {
      String where = seed + ", step " + step;
      RecountReport report = new Recount(postgres.dataSource()).run();
      assertThat(report.differences()).as(where).isEmpty();
      Oracle oracle = new Oracle();
      projector
          .positions()
          .forEach(
              (partition, position) ->
                  written.getOrDefault(partition, List.of()).stream()
                      .limit(position)
                      .forEach(oracle::saw));
      Map<String, Long> counted =
          report.lines().stream()
              .filter(line -> line.counted() != 0)
              .collect(Collectors.toMap(CountLine::key, CountLine::counted));
      assertThat(counted).as(where).isEqualTo(oracle.counts(readyBefore));
    }

    private Collection<TopicPartition> some(List<TopicPartition> all) {
      return all.stream().filter(_ -> random.nextInt(3) > 0).toList();
    }

    private <T> T any(T[] values) {
      return values[random.nextInt(values.length)];
    }
  }
}
