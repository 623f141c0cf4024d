package dev.outreach.discovery.table;

import dev.outreach.runtime.App;
import dev.outreach.runtime.Health;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes each row inserted into {@code social_discovery_requests} as a request, once. Of several
 * instances one captures and the others stand by. Where going on could skip rows it stops and says
 * which command repairs it; the other ways in do not notice.
 */
public final class TableIntakeApp implements App {

  /** Its name among the apps. */
  public static final String NAME = "table-intake";

  private static final Logger log = LoggerFactory.getLogger(TableIntakeApp.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(9);

  private final TableIntakeParts parts;
  private final IntakeDatabase database;
  private final SlotMeters meters;
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));
  private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** An app that is not started yet; the topics exist when it is. */
  public TableIntakeApp(TableIntakeParts parts, MeterRegistry registry) {
    this.parts = parts;
    this.database = new IntakeDatabase(parts.settings());
    this.meters = new SlotMeters(registry);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name(NAME).unstarted(this::run);
    if (!worker.compareAndSet(null, thread)) {
      throw new IllegalStateException(NAME + " is started already");
    }
    thread.start();
  }

  @Override
  public Health health() {
    return health.get();
  }

  @Override
  public void close() {
    closing.countDown();
    Thread thread = worker.get();
    try {
      if (thread != null && !thread.join(STOP_WITHIN)) {
        log.warn("{} did not stop in time", NAME);
        thread.interrupt();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        try {
          captureWhereItIsOurs();
        } catch (SQLException | RuntimeException failure) {
          log.warn("{} begins again after a failure", NAME, failure);
          health.set(new Health.Down(failure.getClass().getSimpleName()));
        }
      } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    health.set(new Health.Down("stopped"));
  }

  private void captureWhereItIsOurs() throws SQLException, InterruptedException {
    database.migrate();
    try (Connection guard = database.connect()) {
      if (!CaptureSlot.lock(guard)) {
        // Another instance captures; this one takes over when that one's connection ends.
        health.set(new Health.Up());
        return;
      }
      try (IntakeLog intakeLog = IntakeLog.open(parts.kafka(), parts.topics(), parts.serdes())) {
        capture(guard, intakeLog);
      }
    }
  }

  private void capture(Connection guard, IntakeLog intakeLog)
      throws SQLException, InterruptedException {
    Optional<WalPlace> place = intakeLog.place();
    switch (CaptureSlot.look(guard, place)) {
      case SlotState.Broken(String reason) -> refuse(reason);
      case SlotState.NotMade() -> {
        SlotMaker.Made made = SlotMaker.made(database, intakeLog, parts);
        log.info(
            "the table's capture begins; {} rows were there before, and {} are left out, older than what Kafka remembers",
            made.published(),
            made.leftOut());
        runEngine(guard, intakeLog, Optional.empty());
      }
      case SlotState.Ready _ -> runEngine(guard, intakeLog, place);
    }
  }

  private void refuse(String reason) {
    Health.Down down = new Health.Down(reason);
    if (!down.equals(health.getAndSet(down))) {
      log.error("{} stops: {}", NAME, reason);
    }
  }

  private void runEngine(Connection guard, IntakeLog intakeLog, Optional<WalPlace> place)
      throws SQLException, InterruptedException {
    var settings = CaptureSettings.of(parts.settings(), CaptureSlot.schema(guard), place);
    try (CaptureEngine engine = new CaptureEngine(settings, intakeLog)) {
      engine.start();
      health.set(new Health.Up());
      while (closing.getCount() > 0 && !hasEnded(engine)) {
        meters.show(CaptureSlot.look(guard, Optional.empty()));
      }
    }
  }

  /** Waits a while for its end; a failure is thrown on. */
  private static boolean hasEnded(CaptureEngine engine) throws InterruptedException {
    try {
      engine
          .end()
          .get(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
          .ifPresent(
              failure -> {
                throw new TableIntakeException("the capture ended", failure);
              });
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException impossible) {
      throw new TableIntakeException("the capture's end is not known", impossible);
    }
  }
}
