package dev.outreach.readmodel;

import java.util.Locale;

/** Every count of a day and the plain SQL condition, on the timeline, it must agree with. */
public enum DayKey {
  DISCOVERED_TODAY("event = 'profile_registered'"),
  REVIEWED_TODAY("event = 'profile_reviewed'"),
  QUALIFIED_TODAY("event = 'profile_reviewed' AND details ->> 'verdict' = 'qualified'"),
  REJECTED_TODAY("event = 'profile_reviewed' AND details ->> 'verdict' = 'rejected'"),
  DRAFTED_TODAY("event = 'message_drafted'"),
  QUEUED_TODAY("event = 'message_queued'"),
  SENT_TODAY("event = 'message_sent'"),
  REPLIED_TODAY("event = 'reply_received'"),
  FAILED_TODAY("event = 'message_failed'"),
  UNCONFIRMED_TODAY("event = 'message_unconfirmed'"),
  OPTED_OUT_TODAY("event = 'profile_suppressed'");

  private final String condition;

  DayKey(String condition) {
    this.condition = condition;
  }

  /** Its column in {@code social_day_tally} and {@code social_pipeline_status}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which entries of {@code social_timeline} it counts. */
  public String condition() {
    return condition;
  }
}
