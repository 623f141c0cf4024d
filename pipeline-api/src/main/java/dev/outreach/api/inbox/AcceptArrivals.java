package dev.outreach.api.inbox;

import dev.outreach.api.inbox.Statements.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Keeps what arrived; what was kept before, in whichever way it came, is left as it is. */
final class AcceptArrivals {

  private static final String SQL =
      """
      INSERT INTO social_inbound_events (event_id, workspace_id, platform, kind, source, account_id,
        address, username, thread_id, message_ids, body, happened_at, up_to, window_open_until,
        handle_id, received_at, next_try_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (event_id) DO NOTHING
      """;

  private AcceptArrivals() {}

  /** How many of them are new; all are durable once this returns. */
  static int run(
      Statements statements, List<Arrival> arrivals, Arrival.Source source, Instant now) {
    return statements.change(
        arrivals.stream().map(arrival -> statement(arrival, source, now)).toList());
  }

  private static Statement statement(Arrival arrival, Arrival.Source source, Instant now) {
    Arrival.Origin origin = arrival.origin();
    return new Statement(
        SQL,
        Arrays.asList(
            arrival.id(),
            origin.workspace(),
            origin.platform(),
            arrival.kind().word(),
            source.word(),
            origin.accountId(),
            origin.address(),
            origin.username(),
            origin.threadId(),
            arrival.messageIds(),
            arrival.text(),
            arrival.at(),
            arrival.upTo(),
            arrival.windowOpenUntil(),
            origin.handleId(),
            now,
            now));
  }
}
