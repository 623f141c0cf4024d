package dev.outreach.readmodel;

/** Every count and the plain SQL condition it must agree with. */
enum CountKey {
  PEOPLE("true"),
  DISCOVERED("discovery_status = 'discovered'"),
  REVIEWED("discovery_status = 'reviewed'"),
  QUALIFIED("discovery_status = 'qualified'"),
  REJECTED("discovery_status = 'rejected'"),
  NOT_STARTED("outreach_status = 'not_started'"),
  DRAFTING("outreach_status = 'drafting'"),
  DRAFTED("outreach_status = 'drafted'"),
  QUEUED("outreach_status = 'queued'"),
  SENT("outreach_status = 'sent'"),
  REPLIED("outreach_status = 'replied'"),
  FAILED("outreach_status = 'failed'"),
  UNCONFIRMED("outreach_status = 'unconfirmed'"),
  OPTED_OUT("outreach_status = 'opted_out'"),
  EXHAUSTED("outreach_status = 'exhausted'"),
  FOLLOWUP_READY(
      "outreach_status = 'sent' AND follow_ups_left > 0 AND last_contacted_at < clock.ready_before"),
  WAITING_MANUAL("social_message", "status = 'waiting_manual'");

  private final String table;
  private final String condition;

  CountKey(String condition) {
    this("social_profile", condition);
  }

  CountKey(String table, String condition) {
    this.table = table;
    this.condition = condition;
  }

  String column() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String table() {
    return table;
  }

  String condition() {
    return condition;
  }
}
