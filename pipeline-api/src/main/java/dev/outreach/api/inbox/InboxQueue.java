package dev.outreach.api.inbox;

import dev.outreach.api.inbox.Statements.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arrivals that are to be worked on. What is taken is offered again after a while, so that a
 * process that dies loses nothing; two processes never take the same at a time. Thread-safe.
 */
final class InboxQueue {

  private static final String TAKE =
      """
      UPDATE social_inbound_events SET tries = tries + 1, next_try_at = ?
      WHERE event_id IN (
        SELECT event_id FROM social_inbound_events
        WHERE state = 'new' AND next_try_at <= ?
        ORDER BY next_try_at LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING *
      """;
  private static final String SETTLE =
      """
      UPDATE social_inbound_events
      SET state = ?, profile_id = COALESCE(?, profile_id), reason_code = ?, settled_at = ?,
        address = NULL, username = NULL, body = NULL
      WHERE event_id = ? AND settled_at IS NULL
      """;
  private static final String LEARN =
      """
      INSERT INTO social_inbound_addresses
        (workspace_id, platform, kind, value, profile_id, learned_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (workspace_id, platform, kind, value)
        DO UPDATE SET profile_id = EXCLUDED.profile_id, learned_at = EXCLUDED.learned_at
      """;
  private static final String WAIT =
      """
      UPDATE social_inbound_events
      SET state = 'waiting', profile_id = NULL, next_try_at = ?,
        username = COALESCE(?, username), handle_id = COALESCE(?, handle_id)
      WHERE event_id = ? AND state = 'new'
      """;
  private static final String LATER =
      """
      UPDATE social_inbound_events SET next_try_at = ? WHERE event_id = ? AND state = 'new'
      """;

  private static final String REOPEN =
      """
      UPDATE social_inbound_events AS e SET state = 'new', next_try_at = ?
      WHERE state = 'waiting' AND next_try_at <= ? AND (
        EXISTS (SELECT 1 FROM social_profiles AS p
          WHERE p.profile_id = e.handle_id AND p.workspace_id = e.workspace_id)
        OR EXISTS (SELECT 1 FROM social_inbound_addresses AS a
          WHERE a.workspace_id = e.workspace_id AND a.platform = e.platform
            AND ((a.kind = 'address' AND a.value = e.address)
              OR (a.kind = 'thread' AND a.value = e.thread_id)))
        OR EXISTS (SELECT 1 FROM social_messages AS m
          WHERE m.workspace_id = e.workspace_id AND m.platform = e.platform::social_platform
            AND (m.thread_id = e.thread_id OR m.recipient = e.address))
        OR EXISTS (SELECT 1 FROM social_profiles AS p
          WHERE p.workspace_id = e.workspace_id AND p.platform = e.platform::social_platform
            AND p.external_id = e.address))
      """;

  private final Statements statements;

  InboxQueue(Statements statements) {
    this.statements = statements;
  }

  /** What is due, oldest first; offered again once the lease is over. */
  List<Taken> take(Instant now, Duration lease, int most) {
    return statements
        .rows(new Statement(TAKE, Arrays.asList(now.plus(lease), now, most)), InboxQueue::taken)
        .stream()
        .sorted(Comparator.comparing(taken -> taken.arrival().at()))
        .toList();
  }

  /** Takes up again what waits for somebody who may be known by now; how many. */
  int reopen(Instant now) {
    return statements.change(List.of(new Statement(REOPEN, Arrays.asList(now, now))));
  }

  /** Keeps what became of it; words and addresses of what is over are forgotten. */
  void settle(Arrival arrival, Settlement settlement, Instant now) {
    statements.change(
        switch (settlement) {
          case Settlement.Applied(UUID profileId) -> applied(arrival, profileId, now);
          case Settlement.Refused(String code) ->
              List.of(over(arrival, "refused", Optional.empty(), code, now));
          case Settlement.Waiting(Instant again) ->
              List.of(
                  new Statement(
                      WAIT,
                      Arrays.asList(
                          again,
                          arrival.origin().username(),
                          arrival.origin().handleId(),
                          arrival.id())));
          case Settlement.Later(Instant at) ->
              List.of(new Statement(LATER, Arrays.asList(at, arrival.id())));
        });
  }

  private static List<Statement> applied(Arrival arrival, UUID profileId, Instant now) {
    Statement over = over(arrival, "applied", Optional.of(profileId), null, now);
    if (!arrival.kind().isMessage()) {
      return List.of(over);
    }
    Arrival.Origin origin = arrival.origin();
    Statement address = learn(origin, "address", origin.address(), profileId, now);
    return origin
        .threadId()
        .map(thread -> List.of(over, address, learn(origin, "thread", thread, profileId, now)))
        .orElseGet(() -> List.of(over, address));
  }

  private static Statement over(
      Arrival arrival, String state, Optional<UUID> profileId, @Nullable String code, Instant now) {
    return new Statement(SETTLE, Arrays.asList(state, profileId, code, now, arrival.id()));
  }

  private static Statement learn(
      Arrival.Origin origin, String kind, String value, UUID profileId, Instant now) {
    return new Statement(
        LEARN, Arrays.asList(origin.workspace(), origin.platform(), kind, value, profileId, now));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    return new Taken(
        ArrivalRow.read(row),
        row.getInt("tries") - 1,
        Optional.ofNullable(row.getObject("profile_id", UUID.class)));
  }
}
