package dev.outreach.sending.dispatch;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Ends calls that take too long by interrupting them. Thread-safe. */
final class Deadline {

  private final ExecutorService threads;
  private final Duration limit;

  Deadline(ExecutorService threads, Duration limit) {
    this.threads = threads;
    this.limit = limit;
  }

  /** What the call returns, or the fallback where it does not return in time. */
  <T> T during(Callable<T> call, Supplier<T> fallback) throws InterruptedException {
    Future<T> future = threads.submit(call);
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      future.cancel(true);
      return fallback.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a call must not throw", failure.getCause());
    } catch (InterruptedException interrupted) {
      future.cancel(true);
      throw interrupted;
    }
  }
}
