package dev.outreach.api.inbox;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import java.time.Duration;

/**
 * How long the inbox keeps things.
 *
 * @param memory how long an event is known, so that its repetition is none, and an idempotency key:
 *     at least three days, because Meta repeats for a day and a half
 * @param waiting how long a message waits for somebody to be known, before it is forgotten
 * @param pollEvery how often conversations are read where the platform offers it
 */
public record InboxSettings(Duration memory, Duration waiting, Duration pollEvery) {

  private static final String MEMORY = "OUTREACH_INBOX_MEMORY";
  private static final String WAITING = "OUTREACH_INBOX_WAITING";
  private static final String POLL = "OUTREACH_INBOX_POLL";

  /** A month, three months, every quarter of an hour. */
  public static final InboxSettings STANDARD =
      new InboxSettings(Duration.ofDays(30), Duration.ofDays(90), Duration.ofMinutes(15));

  public InboxSettings {
    if (memory.compareTo(Duration.ofDays(3)) < 0) {
      throw new InvalidSetting(MEMORY, "is " + memory + ": use at least 3d");
    }
    if (waiting.compareTo(Duration.ofDays(1)) < 0) {
      throw new InvalidSetting(WAITING, "is " + waiting + ": use at least 1d");
    }
    if (pollEvery.compareTo(Duration.ofSeconds(10)) < 0
        || pollEvery.compareTo(Duration.ofDays(1)) > 0) {
      throw new InvalidSetting(POLL, "is " + pollEvery + ": use 10s to 1d");
    }
  }

  /**
   * Reads {@code OUTREACH_INBOX_MEMORY}, {@code OUTREACH_INBOX_WAITING} and {@code
   * OUTREACH_INBOX_POLL}.
   */
  public static InboxSettings of(Settings settings) {
    return new InboxSettings(
        settings.duration(MEMORY, STANDARD.memory),
        settings.duration(WAITING, STANDARD.waiting),
        settings.duration(POLL, STANDARD.pollEvery));
  }
}
