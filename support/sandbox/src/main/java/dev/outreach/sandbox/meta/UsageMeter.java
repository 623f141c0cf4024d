package dev.outreach.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Counts the calls of the last hour against an allowance and words the usage headers. Thread-safe.
 */
public final class UsageMeter {

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Deque<Long> calls = new ArrayDeque<>();
  private final Clock clock;
  private final int allowancePerHour;

  public UsageMeter(Clock clock, int allowancePerHour) {
    this.clock = clock;
    this.allowancePerHour = allowancePerHour;
  }

  /**
   * Counts a call; false where the allowance of the hour is used up and the call must be refused.
   */
  public synchronized boolean count() {
    forgetOld();
    if (calls.size() >= allowancePerHour) {
      return false;
    }
    calls.addLast(clock.millis());
    return true;
  }

  /** The two headers every Graph answer carries. */
  public synchronized Map<String, String> headers(String accountId, String useCase) {
    forgetOld();
    long percent = Math.min(100, calls.size() * 100L / allowancePerHour);
    ObjectNode app =
        Json.object()
            .put("call_count", percent)
            .put("total_time", percent / 2)
            .put("total_cputime", percent / 2);
    ObjectNode business =
        Json.object()
            .put("type", useCase)
            .put("call_count", percent)
            .put("total_cputime", percent / 2)
            .put("total_time", percent / 2)
            .put("estimated_time_to_regain_access", percent < 100 ? 0 : minutesToRegain());
    ObjectNode byAccount = Json.object();
    byAccount.putArray(accountId).add(business);
    return Map.of("X-App-Usage", text(app), "X-Business-Use-Case-Usage", text(byAccount));
  }

  private long minutesToRegain() {
    long freedAt = calls.getFirst() + WINDOW.toMillis();
    return Math.max(1, Duration.ofMillis(freedAt - clock.millis()).toMinutes() + 1);
  }

  private void forgetOld() {
    long since = clock.millis() - WINDOW.toMillis();
    while (!calls.isEmpty() && calls.getFirst() <= since) {
      calls.removeFirst();
    }
  }

  private static String text(ObjectNode node) {
    return Json.write(node);
  }
}
