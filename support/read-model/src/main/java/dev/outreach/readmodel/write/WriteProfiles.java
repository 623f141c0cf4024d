package dev.outreach.readmodel.write;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes people of one generation and moves the counts by exactly the difference: each changed row
 * counts −1 as it was and +1 as it is, in one statement. Many people with their first event are
 * taken for new and copied; where one of them was known already, all go the careful way.
 */
public final class WriteProfiles {

  private static final Columns<ProfileRecord> ROW =
      new Columns<ProfileRecord>()
          .id("profile_id", ProfileRecord::profileId)
          .integer("kafka_partition", ProfileRecord::kafkaPartition)
          .text("workspace_id", ProfileRecord::workspaceId)
          .text("platform", "social_platform", ProfileRecord::platform)
          .text("username", ProfileRecord::username)
          .text("external_id", ProfileRecord::externalId)
          .text("full_name", ProfileRecord::fullName)
          .text("bio", ProfileRecord::bio)
          .text("category", ProfileRecord::category)
          .text("location", ProfileRecord::location)
          .text("profile_url", ProfileRecord::profileUrl)
          .text("website", ProfileRecord::website)
          .number("followers", ProfileRecord::followers)
          .number("following", ProfileRecord::following)
          .number("posts", ProfileRecord::posts)
          .decimal("average_likes", ProfileRecord::averageLikes)
          .decimal("average_comments", ProfileRecord::averageComments)
          .decimal("engagement_score", ProfileRecord::engagementScore)
          .text("engagement_reason", ProfileRecord::engagementReason)
          .text("engagement", "jsonb", ProfileRecord::engagement)
          .flag("verified", ProfileRecord::verified)
          .text("language", ProfileRecord::language)
          .time("last_post_at", ProfileRecord::lastPostAt)
          .text("source", ProfileRecord::source)
          .time("collected_at", ProfileRecord::collectedAt)
          .text("discovery_status", "social_discovery_status", ProfileRecord::discoveryStatus)
          .text("outreach_status", "social_outreach_status", ProfileRecord::outreachStatus)
          .integer("follow_ups_sent", ProfileRecord::followUpsSent)
          .integer("follow_ups_left", ProfileRecord::followUpsLeft)
          .time("last_contacted_at", ProfileRecord::lastContactedAt)
          .time("replied_at", ProfileRecord::repliedAt)
          .time("window_open_until", ProfileRecord::windowOpenUntil)
          .flag("erased", ProfileRecord::erased)
          .number("version", ProfileRecord::version)
          .time("updated_at", ProfileRecord::updatedAt);

  static final Columns<Latest<ProfileRecord>> COLUMNS =
      ROW.from(Latest<ProfileRecord>::row).time("discovered_at", Latest::since);

  private static final List<String> DISCOVERY =
      List.of("discovered", "reviewed", "qualified", "rejected");
  private static final List<String> OUTREACH =
      List.of(
          "not_started",
          "drafting",
          "drafted",
          "queued",
          "sent",
          "replied",
          "failed",
          "unconfirmed",
          "opted_out",
          "exhausted");

  private static final Columns<Map.Entry<Alike, Long>> ALIKE =
      new Columns<Alike>()
          .text("workspace_id", Alike::workspaceId)
          .text("platform", "social_platform", Alike::platform)
          .integer("kafka_partition", Alike::kafkaPartition)
          .text("discovery_status", "social_discovery_status", Alike::discoveryStatus)
          .text("outreach_status", "social_outreach_status", Alike::outreachStatus)
          .integer("follow_ups_left", Alike::followUpsLeft)
          .time("last_contacted_at", Alike::lastContactedAt)
          .from(Map.Entry<Alike, Long>::getKey)
          .number("step", Map.Entry::getValue);

  private final Staging<Latest<ProfileRecord>> staging;
  private final CopyRows<Latest<ProfileRecord>> copy;
  private final String countCopied;

  /** Writes into a generation that exists. */
  public WriteProfiles(int generation) {
    this.staging =
        new Staging<>(
            "social_profile",
            COLUMNS,
            WriteProfiles::id,
            (values, source) -> merge(generation, values, source));
    this.copy = new CopyRows<>("social_profile_g" + generation, COLUMNS.of(generation));
    this.countCopied =
        "WITH moved (%s) AS (SELECT %s FROM %s), %s"
            .formatted(ALIKE.names(), ALIKE.values(), ALIKE.incoming(), difference(generation));
  }

  private static String merge(int generation, String values, String source) {
    return """
        WITH changed AS (
          INSERT INTO social_profile_g%1$d AS known (generation, %2$s)
          SELECT %1$d, %3$s FROM %4$s
          ON CONFLICT (profile_id, generation) DO UPDATE SET %5$s
          WHERE known.version < excluded.version
          RETURNING
            old.profile_id IS NOT NULL AS was_known,
            old.workspace_id AS old_workspace, old.platform AS old_platform,
            old.kafka_partition AS old_partition, old.discovery_status AS old_discovery,
            old.outreach_status AS old_outreach, old.follow_ups_left AS old_left,
            old.last_contacted_at AS old_contacted,
            new.workspace_id, new.platform, new.kafka_partition, new.discovery_status,
            new.outreach_status, new.follow_ups_left, new.last_contacted_at
        ), moved AS (
          SELECT -1 AS step, old_workspace AS workspace_id, old_platform AS platform,
            old_partition AS kafka_partition, old_discovery AS discovery_status,
            old_outreach AS outreach_status, old_left AS follow_ups_left,
            old_contacted AS last_contacted_at
          FROM changed
          WHERE was_known
          UNION ALL
          SELECT 1, workspace_id, platform, kafka_partition, discovery_status, outreach_status,
            follow_ups_left, last_contacted_at
          FROM changed
        ), %6$s
        """
        .formatted(
            generation,
            COLUMNS.names(),
            values,
            source,
            COLUMNS.updates("profile_id", "discovered_at"),
            difference(generation));
  }

  private static String difference(int generation) {
    return """
        difference AS (
          SELECT workspace_id, platform, moved.kafka_partition, sum(step) AS people,
            %2$s,
            coalesce(sum(step) FILTER (WHERE outreach_status = 'sent' AND follow_ups_left > 0
              AND last_contacted_at < clock.ready_before), 0) AS followup_ready
          FROM moved
          LEFT JOIN social_offset clock
            ON clock.generation = %1$d AND clock.stream = 'profile-events'
            AND clock.kafka_partition = moved.kafka_partition
          GROUP BY workspace_id, platform, moved.kafka_partition
        )
        INSERT INTO social_tally AS tally
          (generation, workspace_id, platform, kafka_partition, people, %3$s, followup_ready)
        SELECT %1$d, workspace_id, platform, kafka_partition, people, %3$s, followup_ready
        FROM difference
        ORDER BY workspace_id, platform, kafka_partition
        ON CONFLICT (generation, workspace_id, platform, kafka_partition) DO UPDATE SET
          people = tally.people + excluded.people,
          followup_ready = tally.followup_ready + excluded.followup_ready,
          %4$s
        """
        .formatted(
            generation,
            Stream.concat(
                    DISCOVERY.stream().map(word -> sumOf("discovery_status", word)),
                    OUTREACH.stream().map(word -> sumOf("outreach_status", word)))
                .collect(joining(",\n    ")),
            Stream.concat(DISCOVERY.stream(), OUTREACH.stream()).collect(joining(", ")),
            Stream.concat(DISCOVERY.stream(), OUTREACH.stream())
                .map(word -> "%1$s = tally.%1$s + excluded.%1$s".formatted(word))
                .collect(joining(", ")));
  }

  /** Writes people, each at most once; must run in the transaction that moves the offsets. */
  public void write(Connection connection, List<Latest<ProfileRecord>> people) throws SQLException {
    Map<Boolean, List<Latest<ProfileRecord>>> byFirstEvent =
        people.stream().collect(partitioningBy(person -> person.oldest() == 1));
    List<Latest<ProfileRecord>> fresh = byFirstEvent.getOrDefault(true, List.of());
    if (Staging.isMany(fresh)
        && copy.writeIfNew(connection, KeyOrder.by(WriteProfiles::id, fresh))) {
      countCopied(connection, fresh);
      staging.write(connection, byFirstEvent.getOrDefault(false, List.of()));
    } else {
      staging.write(connection, people);
    }
  }

  private void countCopied(Connection connection, List<Latest<ProfileRecord>> people)
      throws SQLException {
    Map<Alike, Long> alike = people.stream().collect(groupingBy(Alike::of, counting()));
    ALIKE.execute(connection, countCopied, List.copyOf(alike.entrySet()));
  }

  private static UUID id(Latest<ProfileRecord> person) {
    return person.row().profileId();
  }

  private static String sumOf(String column, String word) {
    return "coalesce(sum(step) FILTER (WHERE %1$s = '%2$s'), 0) AS %2$s".formatted(column, word);
  }

  /** People of whom this is equal count as the same. */
  private record Alike(
      String workspaceId,
      String platform,
      int kafkaPartition,
      String discoveryStatus,
      String outreachStatus,
      int followUpsLeft,
      @Nullable Instant lastContactedAt) {

    static Alike of(Latest<ProfileRecord> person) {
      ProfileRecord row = person.row();
      return new Alike(
          row.workspaceId(),
          row.platform(),
          row.kafkaPartition(),
          row.discoveryStatus(),
          row.outreachStatus(),
          row.followUpsLeft(),
          row.lastContactedAt());
    }
  }
}
