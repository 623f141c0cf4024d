package dev.outreach.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;

/** What an answer about the past needs to know besides the log. Thread-safe. */
public final class PastRules {

  private static final String RULES =
      """
      SELECT
        (extract(epoch FROM follow_up_after) * 1000)::bigint AS follow_up_after,
        social_zone_of(?) AS zone
      FROM social_policy
      ORDER BY changed_at <= ? DESC, changed_at DESC
      LIMIT 1
      """;

  private static final String UNLOCKS = "SELECT * FROM social_unlocks(?, ?, ?, ?, ?)";

  private static final Rules BEFORE_ANY = new Rules(Duration.ofDays(3), ZoneId.of("UTC"));

  private final DataSource dataSource;

  public PastRules(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The rules of some time.
   *
   * @param followUpAfter how long a message rested before a follow-up was due
   * @param zone where the workspace's day begins; the zone of now
   */
  public record Rules(Duration followUpAfter, ZoneId zone) {}

  /** What held for a workspace at some time. */
  public Rules of(String workspaceId, Instant at) {
    return Reading.rows(
            dataSource,
            RULES,
            List.of(workspaceId, at),
            row ->
                new Rules(
                    Duration.ofMillis(row.number("follow_up_after")), ZoneId.of(row.text("zone"))))
        .stream()
        .findFirst()
        .orElse(BEFORE_ANY);
  }

  /** Which stages such counts open, and why, in the words of the read model. */
  public Unlocks unlocks(StageCounts counts) {
    return Reading.rows(
            dataSource,
            UNLOCKS,
            List.of(
                counts.discovered(),
                counts.qualified(),
                counts.drafted(),
                counts.sent(),
                counts.followupReady()),
            Unlocks::of)
        .getFirst();
  }
}
