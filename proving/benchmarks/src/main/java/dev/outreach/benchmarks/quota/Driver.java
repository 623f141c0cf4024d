package dev.outreach.benchmarks.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Moves simulated time from event to event: whenever the senders have nothing left to do at a
 * moment, on to the next one at which something is due. Not thread-safe.
 */
final class Driver {

  private static final Duration BETWEEN_WAVES = Duration.ofDays(1);
  private static final int WAVE = 115;
  private static final Duration DEAD_FOR = Duration.ofMinutes(40);

  /** A burst of at least so many messages is worth dying in. */
  private static final int WORTH_DYING = 5;

  private static final Duration STILL = Duration.ofMillis(700);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(3);
  private static final int LATENESS_MILLIS = 500;
  private static final int LONGEST_LIFE_NANOS = 5_000_000;

  private final WeekOptions options;
  private final SimulatedTime time;
  private final DataSource ledger;
  private final Sender.Shared shared;
  private final Demand demand;
  private final RandomGenerator random;
  private final Sender[] senders = new Sender[2];
  private final List<Instant> deaths = new ArrayList<>();
  private Instant revival = Instant.MAX;
  private int dead = -1;
  private int waves;
  private int steps;
  private int kills;
  private int orphans;

  Driver(
      WeekOptions options,
      SimulatedTime time,
      DataSource ledger,
      Sender.Shared shared,
      Demand demand) {
    this.options = options;
    this.time = time;
    this.ledger = ledger;
    this.shared = shared;
    this.demand = demand;
    this.random = new SplittableRandom(options.seed());
  }

  int steps() {
    return steps;
  }

  int kills() {
    return kills;
  }

  /** How many messages killed senders held. */
  int orphans() {
    return orphans;
  }

  /** Drives until a moment, with both senders alive at its beginning. */
  void drive(Instant end) {
    Instant start = time.now();
    planDeaths(start);
    startSender(0);
    startSender(1);
    try {
      while (time.now().isBefore(end)) {
        if (!time.now().isBefore(start.plus(BETWEEN_WAVES.multipliedBy(waves)))) {
          demand.add(waves++, WAVE, time.now());
        }
        if (!time.now().isBefore(revival)) {
          startSender(dead);
          revival = Instant.MAX;
        }
        dieWhereItHurts();
        awaitQuiet();
        move(start, end);
      }
    } finally {
      Arrays.stream(senders).filter(Objects::nonNull).forEach(Sender::close);
    }
  }

  /** Spread over the days; those of one day strike one burst after the other. */
  private void planDeaths(Instant start) {
    for (int death = 0; death < options.kills(); death++) {
      deaths.add(start.plus(Duration.ofDays((long) death * options.days() / options.kills())));
    }
  }

  private void startSender(int which) {
    Duration error = which == 0 ? options.clockError() : options.clockError().negated();
    senders[which] = Sender.start(shared, time.machine(error));
  }

  /** Lets a sender die in the middle of a burst, once a death is due. */
  private void dieWhereItHurts() {
    boolean isDue = !deaths.isEmpty() && !time.now().isBefore(deaths.getFirst());
    if (!isDue
        || !revival.equals(Instant.MAX)
        || Backlog.at(ledger, time.now()).due() < WORTH_DYING) {
      return;
    }
    deaths.removeFirst();
    dead = random.nextInt(2);
    int lifeLeft = random.nextInt(LONGEST_LIFE_NANOS);
    awaitBurst();
    LockSupport.parkNanos(lifeLeft);
    senders[dead].die();
    kills++;
    orphans += Backlog.at(ledger, time.now()).held();
    revival = time.now().plus(DEAD_FOR);
  }

  /** Until somebody has begun to send what is due. */
  private void awaitBurst() {
    long end = System.nanoTime() + STILL.toNanos();
    while (Backlog.at(ledger, time.now()).held() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Until nothing is due and held, or nothing has changed for a while: the dead hold on. */
  private void awaitQuiet() {
    long since = System.nanoTime();
    Backlog last = Backlog.at(ledger, time.now());
    while (last.due() > 0 || last.held() > 0) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      Backlog now = Backlog.at(ledger, time.now());
      if (!now.equals(last)) {
        since = System.nanoTime();
        last = now;
      } else if (System.nanoTime() - since > STILL.toNanos()) {
        return;
      }
    }
  }

  private void move(Instant start, Instant end) {
    Instant wave = start.plus(BETWEEN_WAVES.multipliedBy(waves));
    Instant next = earliest(wave, end, revival);
    Instant due = Backlog.at(ledger, time.now()).next().orElse(next);
    Instant event = earliest(next, due.isAfter(time.now()) ? due : time.now().plusSeconds(1));
    steps++;
    time.moveTo(event.plusMillis(event.equals(end) ? 0 : random.nextInt(LATENESS_MILLIS)));
  }

  private static Instant earliest(Instant... moments) {
    return Arrays.stream(moments).min(Instant::compareTo).orElseThrow();
  }
}
