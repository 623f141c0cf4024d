package dev.outreach.api.inbox;

import static dev.outreach.api.inbox.Statements.optionalText;
import static dev.outreach.api.inbox.Statements.time;

import dev.outreach.api.inbox.Statements.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of people nobody knows yet, as an operator sees and settles them. Thread-safe. */
public final class WaitingMessages {

  private static final String LIST =
      """
      SELECT *, count(*) OVER () AS all_of_them FROM social_inbound_events
      WHERE workspace_id = ? AND state = 'waiting'
      ORDER BY received_at DESC, event_id DESC LIMIT ?
      """;
  private static final String PLATFORM =
      """
      SELECT platform FROM social_inbound_events
      WHERE workspace_id = ? AND event_id = ? AND state = 'waiting'
      """;
  private static final String MATCH =
      """
      UPDATE social_inbound_events SET state = 'new', profile_id = ?, next_try_at = ?, tries = 0
      WHERE workspace_id = ? AND event_id = ? AND state = 'waiting'
      """;
  private static final String DISMISS =
      """
      UPDATE social_inbound_events
      SET state = 'dismissed', settled_at = ?, address = NULL, username = NULL, body = NULL
      WHERE workspace_id = ? AND event_id = ? AND state = 'waiting'
      """;

  private final Statements statements;
  private final Clock clock;
  private final Runnable wake;

  WaitingMessages(Statements statements, Clock clock, Runnable wake) {
    this.statements = statements;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * A message that waits. Address, handle and words are personal.
   *
   * @param id to match or dismiss it by
   * @param username the handle, where the platform tells it
   * @param at when it was written, by the platform's clock
   */
  public record Row(
      UUID id,
      String platform,
      String accountId,
      String address,
      @Nullable String username,
      @Nullable String threadId,
      @Nullable String body,
      Instant at,
      Instant receivedAt) {

    /** Leaves out who it is and what they said. */
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  /**
   * The newest ones.
   *
   * @param total how many there are in all
   */
  public record Listing(List<Row> items, long total) {}

  /** The newest that wait in a workspace. */
  public Listing newest(String workspace, int most) {
    List<Counted> rows =
        statements.rows(
            new Statement(LIST, Arrays.asList(workspace, most)), WaitingMessages::counted);
    long total = rows.isEmpty() ? 0 : rows.getFirst().total();
    return new Listing(rows.stream().map(Counted::row).toList(), total);
  }

  /** On which platform, in lower case, a message waits; empty where it does not. */
  public Optional<String> platformOf(String workspace, UUID id) {
    return statements
        .rows(
            new Statement(PLATFORM, Arrays.asList(workspace, id)), row -> row.getString("platform"))
        .stream()
        .findFirst();
  }

  /** Says whose message it is; false where it does not wait. */
  public boolean match(String workspace, UUID id, UUID profileId) {
    boolean matched =
        statements.change(
                List.of(
                    new Statement(MATCH, Arrays.asList(profileId, clock.instant(), workspace, id))))
            == 1;
    wake.run();
    return matched;
  }

  /** Says that it is of no interest, and forgets it; false where it does not wait. */
  public boolean dismiss(String workspace, UUID id) {
    return statements.change(
            List.of(new Statement(DISMISS, Arrays.asList(clock.instant(), workspace, id))))
        == 1;
  }

  private record Counted(Row row, long total) {}

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        new Row(
            row.getObject("event_id", UUID.class),
            row.getString("platform"),
            row.getString("account_id"),
            row.getString("address"),
            optionalText(row, "username").orElse(null),
            optionalText(row, "thread_id").orElse(null),
            optionalText(row, "body").orElse(null),
            time(row, "happened_at"),
            time(row, "received_at")),
        row.getLong("all_of_them"));
  }
}
