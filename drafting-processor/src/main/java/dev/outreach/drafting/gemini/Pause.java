package dev.outreach.drafting.gemini;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between two tries. */
@FunctionalInterface
interface Pause {

  /**
   * Lets time pass.
   *
   * @throws InterruptedException where the thread was interrupted
   */
  void of(Duration time) throws InterruptedException;

  /** Real time. */
  static Pause real() {
    CountDownLatch never = new CountDownLatch(1);
    return time -> {
      boolean woken = never.await(time.toNanos(), TimeUnit.NANOSECONDS);
      if (woken) {
        throw new IllegalStateException("nobody wakes a pause");
      }
    };
  }
}
