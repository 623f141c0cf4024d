package dev.outreach.standalone.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must become true, and says what did not when it has waited long enough. */
final class Patience {

  private static final Duration BETWEEN = Duration.ofMillis(150);

  private Patience() {}

  /** Something that is asked again and again. */
  @FunctionalInterface
  interface Question {
    boolean isTrue() throws IOException, InterruptedException;
  }

  static void until(String what, Duration atMost, Question question)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + atMost.toNanos();
    while (!question.isTrue()) {
      if (System.nanoTime() > giveUp) {
        throw new IOException("%s did not happen within %d s".formatted(what, atMost.toSeconds()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }
}
