package dev.outreach.readmodel;

import java.sql.SQLException;

/**
 * How many people stand where. Each is what a COUNT of {@code social_profiles} by that status
 * gives, {@code waitingManual} of {@code social_messages}.
 *
 * @param people everybody
 * @param discovered nobody has looked at them yet
 * @param reviewed seen, undecided
 * @param qualified to be written to
 * @param rejected not to be written to
 * @param notStarted no draft was ordered yet
 * @param drafting a draft is being written
 * @param drafted a draft waits for approval
 * @param queued an approved message waits to be sent
 * @param waitingManual messages a person has to send in the platform's own app
 * @param sent written to, no reply yet
 * @param followupReady of those, the ones due for a follow-up
 * @param replied they replied
 * @param failed the last message could not be sent
 * @param unconfirmed the last message may have been sent; a person decides
 * @param optedOut they want no more messages
 * @param exhausted all follow-ups are used
 */
public record StageCounts(
    long people,
    long discovered,
    long reviewed,
    long qualified,
    long rejected,
    long notStarted,
    long drafting,
    long drafted,
    long queued,
    long waitingManual,
    long sent,
    long followupReady,
    long replied,
    long failed,
    long unconfirmed,
    long optedOut,
    long exhausted) {

  static StageCounts of(Row row) throws SQLException {
    return new StageCounts(
        row.number("people"),
        row.number("discovered"),
        row.number("reviewed"),
        row.number("qualified"),
        row.number("rejected"),
        row.number("not_started"),
        row.number("drafting"),
        row.number("drafted"),
        row.number("queued"),
        row.number("waiting_manual"),
        row.number("sent"),
        row.number("followup_ready"),
        row.number("replied"),
        row.number("failed"),
        row.number("unconfirmed"),
        row.number("opted_out"),
        row.number("exhausted"));
  }
}
