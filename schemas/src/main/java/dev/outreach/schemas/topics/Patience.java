package dev.outreach.schemas.topics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Tries again while something is still starting, but not for ever. Thread-safe. */
final class Patience {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final long deadline;
  private final Duration length;

  Patience(Duration length) {
    this.length = length;
    this.deadline = System.nanoTime() + length.toNanos();
  }

  Duration left() {
    return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
  }

  /**
   * Calls until it works.
   *
   * @param what named in the failure, for example "broker"
   * @param verdict of an exception: empty to try again, or the failure to give up with
   * @throws ProvisioningFailure by the verdict, or when the time is over
   */
  <T> T insist(
      String what, Callable<T> call, Function<Exception, Optional<ProvisioningFailure>> verdict) {
    while (true) {
      try {
        return call.call();
      } catch (ProvisioningFailure failure) {
        throw failure;
      } catch (Exception failure) {
        pauseOrGiveUp(what, failure, verdict.apply(failure));
      }
    }
  }

  private void pauseOrGiveUp(
      String what, Exception failure, Optional<ProvisioningFailure> verdict) {
    if (verdict.isPresent()) {
      throw verdict.get();
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new ProvisioningFailure(what + ": interrupted while waiting for it", failure);
    }
    if (System.nanoTime() - deadline > 0) {
      throw new ProvisioningFailure(
          "%s did not answer within %s: start it, or correct its address (%s)"
              .formatted(what, length, oneLine(failure)),
          failure);
    }
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private static String oneLine(Throwable failure) {
    return (failure.getClass().getSimpleName() + ": " + failure.getMessage())
        .replaceAll("\\s+", " ");
  }
}
