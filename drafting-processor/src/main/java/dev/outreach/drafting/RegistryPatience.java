package dev.outreach.drafting;

import dev.outreach.schemas.serdes.RegistryFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again as long as the schema registry does not answer: a record that could not be read or
 * written meanwhile is a good one. The task's partition fills its share of calls and is paused, so
 * that waiting holds back no more than that. Thread-safe.
 */
final class RegistryPatience {

  private static final Logger log = LoggerFactory.getLogger(RegistryPatience.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * What the attempt gives.
   *
   * @throws InterruptedException where the thread was interrupted meanwhile: nobody wants the
   *     result any more
   */
  <T> T during(Supplier<T> attempt) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return attempt.get();
      } catch (RuntimeException failure) {
        if (!RegistryFailure.isBehind(failure)) {
          throw failure;
        }
        log.warn("the schema registry does not answer; the draft task waits {}", pause);
        pause = waited(pause);
      }
    }
  }

  private static Duration waited(Duration pause) throws InterruptedException {
    LockSupport.parkNanos(pause.toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException("the draft task was given up while the registry was away");
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
