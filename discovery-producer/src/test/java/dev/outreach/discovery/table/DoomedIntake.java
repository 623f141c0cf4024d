package dev.outreach.discovery.table;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Captures in a process of its own until it is killed. */
final class DoomedIntake {

  private DoomedIntake() {}

  static Process launch(IntakeWorld world, Path log) throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                java,
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                DoomedIntake.class.getName(),
                world.bootstrapServers(),
                world.jdbcUrl()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
        .start();
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
