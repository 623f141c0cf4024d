package dev.outreach.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes when follow-ups are due and how many there are, while all runs. Thread-safe.
 */
public final class PolicyControl {

  private static final String COLUMNS =
      "(extract(epoch FROM follow_up_after) * 1000)::bigint AS follow_up_after, zone";

  private static final String NOW =
      "SELECT " + COLUMNS + " FROM social_policy ORDER BY changed_at DESC LIMIT 1";

  private static final String CHANGE =
      """
      INSERT INTO social_policy (changed_at, follow_up_after, zone)
      SELECT greatest(?, changed_at + interval '1 microsecond'), ? * interval '1 millisecond', zone
      FROM social_policy ORDER BY changed_at DESC LIMIT 1
      RETURNING\s"""
          + COLUMNS;

  private static final String FOLLOW_UPS =
      "SELECT follow_ups FROM social_follow_ups_allowed ORDER BY changed_at DESC LIMIT 1";

  /** One after the other, and a millisecond apart, which is what records can tell apart. */
  private static final String IN_TURN =
      "LOCK TABLE social_follow_ups_allowed IN SHARE ROW EXCLUSIVE MODE";

  private static final String ALLOW =
      """
      INSERT INTO social_follow_ups_allowed (changed_at, follow_ups)
      SELECT
        date_trunc('milliseconds',
          greatest(?, (SELECT max(changed_at) FROM social_follow_ups_allowed) + interval '1 ms')),
        ?
      RETURNING changed_at
      """;

  private final DataSource dataSource;

  public PolicyControl(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What holds now; empty before any projector has started. */
  public Optional<Policy> now() {
    return policy(NOW, List.of());
  }

  /**
   * Changes when follow-ups are due; the next tick of each projector applies it.
   *
   * @return what holds now; empty where nothing is changed, for no projector has ever started
   * @throws IllegalArgumentException where it has a {@link Policy#flaw}
   */
  public Optional<Policy> changeFollowUpAfter(Duration followUpAfter, Instant now) {
    Policy changed = new Policy(followUpAfter, ZoneId.of("UTC"));
    return policy(CHANGE, List.of(now, changed.followUpAfter().toMillis()));
  }

  /** How many follow-ups a person gets; empty where that was never changed while all ran. */
  public Optional<Integer> followUps() {
    return Reading.rows(dataSource, FOLLOW_UPS, List.of(), row -> row.integer("follow_ups"))
        .stream()
        .findFirst();
  }

  /**
   * Changes how many follow-ups a person gets, if those who decide can be told: where telling them
   * fails nothing changes.
   *
   * @param followUps 0 to {@link Policy#MOST_FOLLOW_UPS}
   * @param now where it lies before a change, the new one comes right after that
   * @param tell is given since when it holds: after every change before it, to the millisecond.
   *     Where PostgreSQL is lost after it returned, those who decide know of a change that is not
   *     shown here; changing it again mends that
   */
  public void changeFollowUps(int followUps, Instant now, Consumer<Instant> tell) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(IN_TURN);
        tell.accept(
            Reading.rows(connection, ALLOW, List.of(now, followUps), row -> row.time("changed_at"))
                .getFirst());
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw ReadModelException.of(failure);
    }
  }

  private Optional<Policy> policy(String sql, List<@Nullable Object> values) {
    return Reading.rows(
            dataSource,
            sql,
            values,
            row ->
                new Policy(
                    Duration.ofMillis(row.number("follow_up_after")), ZoneId.of(row.text("zone"))))
        .stream()
        .findFirst();
  }
}
