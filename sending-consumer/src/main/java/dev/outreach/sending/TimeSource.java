package dev.outreach.sending;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;

/** Whose time leases, windows and limits go by. */
enum TimeSource {
  /** The database server's, so that senders on different machines agree. */
  DATABASE,
  /** This process's own, where it is given a simulated time. */
  PROCESS;

  private static final String KEY = "OUTREACH_SENDING_CLOCK";

  /** Reads {@code OUTREACH_SENDING_CLOCK}. */
  static TimeSource of(Settings settings) {
    String text = settings.text(KEY, "database");
    return switch (text) {
      case "database" -> DATABASE;
      case "process" -> PROCESS;
      default -> throw new InvalidSetting(KEY, "is neither database nor process: use one of them");
    };
  }
}
