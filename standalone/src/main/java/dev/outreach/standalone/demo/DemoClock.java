package dev.outreach.standalone.demo;

import dev.outreach.sandbox.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;

/** The demo's time: it may be moved forward, and a demo that was cut off finds it as it was. */
public final class DemoClock {

  private static final String FILE = "demo-clock";

  private DemoClock() {}

  /** The clock of the demo on a data folder. */
  public static MovableClock in(Path folder) throws IOException {
    MovableClock clock = new MovableClock(Clock.systemUTC());
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      clock.advance(Duration.parse(Files.readString(file).strip()));
    }
    return clock;
  }

  /** Moves the clock forward, for good. */
  static void advance(MovableClock clock, Path folder, Duration by) throws IOException {
    Path file = folder.resolve(FILE);
    Duration ahead =
        Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    Path fresh = folder.resolve(FILE + ".new");
    Files.writeString(fresh, ahead.plus(by).toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    clock.advance(by);
  }
}
