package dev.outreach.sandbox.wire;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets a request wait in real time, whatever the simulated clock says. */
public final class Pause {

  private Pause() {}

  /** Returns after the duration, or earlier if the thread is interrupted. */
  public static void of(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    long left = duration.toNanos();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(left);
      left = end - System.nanoTime();
    }
  }
}
