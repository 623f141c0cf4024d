package dev.outreach.discovery.table;

import dev.outreach.discovery.TestProcess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Captures in a process of its own until it is killed. */
final class DoomedIntake {

  private DoomedIntake() {}

  static Process launch(IntakeWorld world, Path log) throws IOException {
    return TestProcess.start(
        DoomedIntake.class,
        192,
        Redirect.appendTo(log.toFile()),
        world.bootstrapServers(),
        world.jdbcUrl());
  }

  /** Bootstrap servers, address of the database. */
  public static void main(String[] arguments) throws InterruptedException {
    try (TableIntakeApp intake =
        new TableIntakeApp(
            IntakeWorld.parts(arguments[0], arguments[1]), new SimpleMeterRegistry())) {
      intake.start();
      new CountDownLatch(1).await();
    }
  }
}
