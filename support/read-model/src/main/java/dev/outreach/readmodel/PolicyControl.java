package dev.outreach.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and changes when follow-ups are due, while all runs. Thread-safe. */
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
