package dev.outreach.api.inbox;

import dev.outreach.api.inbox.Statements.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Keeps the inbox small, and forgets whom the pipeline forgot. */
final class Housekeeping {

  /** Even where far more arrives than any account may send, the table stays of this size. */
  private static final int MOST_SETTLED = 1_000_000;

  private static final int MOST_WAITING = 100_000;

  private static final String FORGET_SETTLED =
      """
      DELETE FROM social_inbound_events WHERE settled_at < ? OR settled_at < (
        SELECT settled_at FROM social_inbound_events WHERE settled_at IS NOT NULL
        ORDER BY settled_at DESC OFFSET ? LIMIT 1)
      """;
  private static final String FORGET_WAITING =
      """
      DELETE FROM social_inbound_events
      WHERE state = 'waiting' AND (received_at < ? OR received_at < (
        SELECT received_at FROM social_inbound_events WHERE state = 'waiting'
        ORDER BY received_at DESC OFFSET ? LIMIT 1))
      """;
  private static final String FORGET_ERASED =
      """
      DELETE FROM social_inbound_addresses AS a USING social_profiles AS p
      WHERE p.profile_id = a.profile_id AND p.erased
      """;

  private static final int MOST_UNREADABLE = 10_000;

  private static final String FORGET_UNREADABLE =
      """
      DELETE FROM social_unreadable_webhooks WHERE last_received_at < ? OR last_received_at < (
        SELECT last_received_at FROM social_unreadable_webhooks
        ORDER BY last_received_at DESC OFFSET ? LIMIT 1)
      """;
  private static final String FORGET_KEYS =
      "DELETE FROM social_request_keys WHERE first_used_at < ?";

  private Housekeeping() {}

  /** How many rows went. */
  static int run(Statements statements, InboxSettings settings, Instant now) {
    return statements.change(
        List.of(
            new Statement(
                FORGET_SETTLED, Arrays.asList(now.minus(settings.memory()), MOST_SETTLED)),
            new Statement(
                FORGET_WAITING, Arrays.asList(now.minus(settings.waiting()), MOST_WAITING)),
            new Statement(
                FORGET_UNREADABLE, Arrays.asList(now.minus(settings.memory()), MOST_UNREADABLE)),
            new Statement(FORGET_ERASED, List.of()),
            new Statement(FORGET_KEYS, List.of(now.minus(settings.memory())))));
  }
}
