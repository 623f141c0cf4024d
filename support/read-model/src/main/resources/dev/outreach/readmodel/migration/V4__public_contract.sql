-- Counts by day in each workspace's zone, the rules an operator changes at run time, an honest age,
-- and the public contract: a role that may only read, and a comment on every column.

-- What holds for everybody, from when on: the newest row counts, older ones answer for the past.
CREATE TABLE social_policy (
  changed_at      timestamptz PRIMARY KEY,
  follow_up_after interval    NOT NULL CHECK (follow_up_after >= interval '1 second'),
  zone            text        NOT NULL
);

-- Workspaces whose day begins elsewhere than the policy says.
CREATE TABLE social_workspace_zone (
  workspace_id text PRIMARY KEY,
  zone         text NOT NULL
);

-- With the owner's rights: views ask it for readers who may not see the tables behind.
CREATE FUNCTION social_zone_of(workspace text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path FROM CURRENT AS $$
SELECT coalesce(
  (SELECT zone FROM social_workspace_zone WHERE workspace_id = workspace),
  (SELECT zone FROM social_policy ORDER BY changed_at DESC LIMIT 1),
  'UTC')
$$;

ALTER TABLE social_timeline_entry
  ADD COLUMN platform social_platform NOT NULL DEFAULT 'unknown',
  ADD COLUMN kafka_partition integer NOT NULL DEFAULT 0;

UPDATE social_timeline_entry entry
SET platform = person.platform, kafka_partition = person.kafka_partition
FROM social_profile person
WHERE person.profile_id = entry.profile_id AND person.generation = entry.generation;

-- The time up to which everything in the log is known to be applied, while some of it is not.
ALTER TABLE social_offset ADD COLUMN current_until timestamptz;

-- What happened on each day, kept by exact differences like the tally. A day is the one of the
-- workspace's zone at the moment it happened.
CREATE TABLE social_day_tally (
  generation      smallint        NOT NULL,
  workspace_id    text            NOT NULL,
  day             date            NOT NULL,
  platform        social_platform NOT NULL,
  kafka_partition integer         NOT NULL,
  discovered_today bigint          NOT NULL DEFAULT 0,
  reviewed_today   bigint          NOT NULL DEFAULT 0,
  qualified_today  bigint          NOT NULL DEFAULT 0,
  rejected_today   bigint          NOT NULL DEFAULT 0,
  drafted_today    bigint          NOT NULL DEFAULT 0,
  queued_today     bigint          NOT NULL DEFAULT 0,
  sent_today       bigint          NOT NULL DEFAULT 0,
  replied_today    bigint          NOT NULL DEFAULT 0,
  failed_today     bigint          NOT NULL DEFAULT 0,
  unconfirmed_today bigint          NOT NULL DEFAULT 0,
  opted_out_today  bigint          NOT NULL DEFAULT 0,
  PRIMARY KEY (generation, workspace_id, day, platform, kafka_partition)
) WITH (fillfactor = 50);

-- Counts the days of a generation again from its timeline: of one workspace, or of all.
CREATE FUNCTION social_count_days(counted_generation smallint, workspace text) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM social_day_tally
  WHERE generation = counted_generation AND (workspace IS NULL OR workspace_id = workspace);
  INSERT INTO social_day_tally (
    generation, workspace_id, day, platform, kafka_partition,
    discovered_today, reviewed_today, qualified_today, rejected_today, drafted_today,
    queued_today, sent_today, replied_today, failed_today, unconfirmed_today,
    opted_out_today)
  SELECT * FROM (
    SELECT
      counted_generation, workspace_id, (occurred_at AT TIME ZONE zone)::date, platform,
      kafka_partition,
      count(*) FILTER (WHERE event = 'profile_registered'),
      count(*) FILTER (WHERE event = 'profile_reviewed'),
      count(*) FILTER (WHERE event = 'profile_reviewed' AND details ->> 'verdict' = 'qualified'),
      count(*) FILTER (WHERE event = 'profile_reviewed' AND details ->> 'verdict' = 'rejected'),
      count(*) FILTER (WHERE event = 'message_drafted'),
      count(*) FILTER (WHERE event = 'message_queued'),
      count(*) FILTER (WHERE event = 'message_sent'),
      count(*) FILTER (WHERE event = 'reply_received'),
      count(*) FILTER (WHERE event = 'message_failed'),
      count(*) FILTER (WHERE event = 'message_unconfirmed'),
      count(*) FILTER (WHERE event = 'profile_suppressed')
    FROM social_timeline_entry
    JOIN (
      SELECT workspace_id, social_zone_of(workspace_id) AS zone
      FROM (SELECT DISTINCT workspace_id FROM social_tally
            WHERE generation = counted_generation) known
    ) place USING (workspace_id)
    WHERE generation = counted_generation AND (workspace IS NULL OR workspace_id = workspace)
    GROUP BY 1, 2, 3, 4, 5
  ) days (generation, workspace_id, day, platform, kafka_partition,
    discovered_today, reviewed_today, qualified_today, rejected_today, drafted_today,
    queued_today, sent_today, replied_today, failed_today, unconfirmed_today,
    opted_out_today)
  WHERE discovered_today + reviewed_today + qualified_today + rejected_today + drafted_today +
  queued_today + sent_today + replied_today + failed_today + unconfirmed_today +
  opted_out_today > 0;
END
$$;

SELECT social_count_days(generation, NULL) FROM social_generation;

-- Changes where a workspace's day begins, and counts its days again. Batches wait meanwhile: they
-- begin by locking the offsets, as this does.
CREATE FUNCTION social_change_zone(workspace text, new_zone text, at timestamptz) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM social_offset WHERE stream = 'profile-events'
  ORDER BY generation, stream, kafka_partition FOR UPDATE;
  IF workspace = '*' THEN
    INSERT INTO social_policy (changed_at, follow_up_after, zone)
    SELECT greatest(at, changed_at + interval '1 microsecond'), follow_up_after, new_zone
    FROM social_policy ORDER BY changed_at DESC LIMIT 1;
    PERFORM social_count_days(generation, NULL) FROM social_generation WHERE counted;
  ELSE
    INSERT INTO social_workspace_zone (workspace_id, zone) VALUES (workspace, new_zone)
    ON CONFLICT (workspace_id) DO UPDATE SET zone = excluded.zone;
    PERFORM social_count_days(generation, workspace) FROM social_generation WHERE counted;
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION social_drop_generation(old_generation smallint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TABLE IF EXISTS social_profile_g%1$s, social_message_g%1$s,
    social_timeline_entry_g%1$s', old_generation);
  DELETE FROM social_tally WHERE generation = old_generation;
  DELETE FROM social_day_tally WHERE generation = old_generation;
  DELETE FROM social_offset WHERE generation = old_generation;
  DELETE FROM social_generation WHERE generation = old_generation;
END
$$;

DROP VIEW social_pipeline_status, social_freshness, social_projection, social_counts,
  social_counts_by_platform, social_timeline;

CREATE VIEW social_timeline AS
SELECT
  profile_id, version, workspace_id, occurred_at, event_id, event, actor_kind, actor, message_id,
  reason_code, reason, body, details, causation_id, correlation_id, platform
FROM social_timeline_entry
WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live');

CREATE VIEW social_projection AS
SELECT
  stream, kafka_partition, next_offset, end_offset,
  greatest(end_offset - next_offset, 0) AS events_behind,
  owner, owner_epoch, ready_before, applied_at, ticked_at, end_seen_at,
  CASE WHEN next_offset < end_offset THEN current_until
    ELSE greatest(applied_at, ticked_at, end_seen_at) END AS current_until,
  generation
FROM social_offset
WHERE generation IN (0, (SELECT generation FROM social_generation WHERE state = 'live'));

-- How fresh the counts are: one row, always.
CREATE VIEW social_freshness AS
SELECT
  min(current_until) AS as_of,
  greatest(clock_timestamp() - min(current_until), interval '0') AS lag,
  max(ticked_at) AS clock,
  min(ready_before) AS followup_before,
  coalesce(sum(events_behind), 0)::bigint AS events_behind,
  coalesce(
    jsonb_object_agg(kafka_partition, next_offset) FILTER (WHERE kafka_partition IS NOT NULL),
    '{}') AS positions
FROM social_projection
WHERE stream = 'profile-events';

CREATE VIEW social_daily AS
SELECT
  workspace_id, day, platform::text AS platform,
  sum(discovered_today)::bigint AS discovered_today,
  sum(reviewed_today)::bigint AS reviewed_today,
  sum(qualified_today)::bigint AS qualified_today,
  sum(rejected_today)::bigint AS rejected_today,
  sum(drafted_today)::bigint AS drafted_today,
  sum(queued_today)::bigint AS queued_today,
  sum(sent_today)::bigint AS sent_today,
  sum(replied_today)::bigint AS replied_today,
  sum(failed_today)::bigint AS failed_today,
  sum(unconfirmed_today)::bigint AS unconfirmed_today,
  sum(opted_out_today)::bigint AS opted_out_today
FROM social_day_tally
WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live')
GROUP BY workspace_id, day, social_day_tally.platform;

CREATE VIEW social_counts_by_platform AS
SELECT counted.*, happened.*
FROM (
  SELECT
    workspace_id,
    platform::text AS platform,
    sum(people)::bigint AS people,
    sum(discovered)::bigint AS discovered,
    sum(reviewed)::bigint AS reviewed,
    sum(qualified)::bigint AS qualified,
    sum(rejected)::bigint AS rejected,
    sum(not_started)::bigint AS not_started,
    sum(drafting)::bigint AS drafting,
    sum(drafted)::bigint AS drafted,
    sum(queued)::bigint AS queued,
    sum(waiting_manual)::bigint AS waiting_manual,
    sum(sent)::bigint AS sent,
    sum(followup_ready)::bigint AS followup_ready,
    sum(replied)::bigint AS replied,
    sum(failed)::bigint AS failed,
    sum(unconfirmed)::bigint AS unconfirmed,
    sum(opted_out)::bigint AS opted_out,
    sum(exhausted)::bigint AS exhausted
  FROM social_tally
  WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live')
  GROUP BY workspace_id, social_tally.platform
) counted
CROSS JOIN LATERAL (
  SELECT
    coalesce(sum(discovered_today), 0)::bigint AS discovered_today,
    coalesce(sum(reviewed_today), 0)::bigint AS reviewed_today,
    coalesce(sum(qualified_today), 0)::bigint AS qualified_today,
    coalesce(sum(rejected_today), 0)::bigint AS rejected_today,
    coalesce(sum(drafted_today), 0)::bigint AS drafted_today,
    coalesce(sum(queued_today), 0)::bigint AS queued_today,
    coalesce(sum(sent_today), 0)::bigint AS sent_today,
    coalesce(sum(replied_today), 0)::bigint AS replied_today,
    coalesce(sum(failed_today), 0)::bigint AS failed_today,
    coalesce(sum(unconfirmed_today), 0)::bigint AS unconfirmed_today,
    coalesce(sum(opted_out_today), 0)::bigint AS opted_out_today
  FROM social_day_tally
  WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live')
    AND workspace_id = counted.workspace_id
    AND day = ((SELECT clock FROM social_freshness)
      AT TIME ZONE social_zone_of(counted.workspace_id))::date
    AND platform = counted.platform::social_platform
) happened;

-- Four selects and no GROUPING SETS: so a reader of one workspace touches only its rows.
CREATE VIEW social_counts AS
SELECT * FROM social_counts_by_platform
UNION ALL
SELECT
  workspace_id,
  'all' AS platform,
  sum(people)::bigint AS people,
  sum(discovered)::bigint AS discovered,
  sum(reviewed)::bigint AS reviewed,
  sum(qualified)::bigint AS qualified,
  sum(rejected)::bigint AS rejected,
  sum(not_started)::bigint AS not_started,
  sum(drafting)::bigint AS drafting,
  sum(drafted)::bigint AS drafted,
  sum(queued)::bigint AS queued,
  sum(waiting_manual)::bigint AS waiting_manual,
  sum(sent)::bigint AS sent,
  sum(followup_ready)::bigint AS followup_ready,
  sum(replied)::bigint AS replied,
  sum(failed)::bigint AS failed,
  sum(unconfirmed)::bigint AS unconfirmed,
  sum(opted_out)::bigint AS opted_out,
  sum(exhausted)::bigint AS exhausted,
  sum(discovered_today)::bigint AS discovered_today,
  sum(reviewed_today)::bigint AS reviewed_today,
  sum(qualified_today)::bigint AS qualified_today,
  sum(rejected_today)::bigint AS rejected_today,
  sum(drafted_today)::bigint AS drafted_today,
  sum(queued_today)::bigint AS queued_today,
  sum(sent_today)::bigint AS sent_today,
  sum(replied_today)::bigint AS replied_today,
  sum(failed_today)::bigint AS failed_today,
  sum(unconfirmed_today)::bigint AS unconfirmed_today,
  sum(opted_out_today)::bigint AS opted_out_today
FROM social_counts_by_platform
GROUP BY workspace_id
UNION ALL
SELECT
  '*' AS workspace_id,
  platform,
  sum(people)::bigint AS people,
  sum(discovered)::bigint AS discovered,
  sum(reviewed)::bigint AS reviewed,
  sum(qualified)::bigint AS qualified,
  sum(rejected)::bigint AS rejected,
  sum(not_started)::bigint AS not_started,
  sum(drafting)::bigint AS drafting,
  sum(drafted)::bigint AS drafted,
  sum(queued)::bigint AS queued,
  sum(waiting_manual)::bigint AS waiting_manual,
  sum(sent)::bigint AS sent,
  sum(followup_ready)::bigint AS followup_ready,
  sum(replied)::bigint AS replied,
  sum(failed)::bigint AS failed,
  sum(unconfirmed)::bigint AS unconfirmed,
  sum(opted_out)::bigint AS opted_out,
  sum(exhausted)::bigint AS exhausted,
  sum(discovered_today)::bigint AS discovered_today,
  sum(reviewed_today)::bigint AS reviewed_today,
  sum(qualified_today)::bigint AS qualified_today,
  sum(rejected_today)::bigint AS rejected_today,
  sum(drafted_today)::bigint AS drafted_today,
  sum(queued_today)::bigint AS queued_today,
  sum(sent_today)::bigint AS sent_today,
  sum(replied_today)::bigint AS replied_today,
  sum(failed_today)::bigint AS failed_today,
  sum(unconfirmed_today)::bigint AS unconfirmed_today,
  sum(opted_out_today)::bigint AS opted_out_today
FROM social_counts_by_platform
GROUP BY platform
UNION ALL
SELECT
  '*' AS workspace_id,
  'all' AS platform,
  coalesce(sum(people), 0)::bigint AS people,
  coalesce(sum(discovered), 0)::bigint AS discovered,
  coalesce(sum(reviewed), 0)::bigint AS reviewed,
  coalesce(sum(qualified), 0)::bigint AS qualified,
  coalesce(sum(rejected), 0)::bigint AS rejected,
  coalesce(sum(not_started), 0)::bigint AS not_started,
  coalesce(sum(drafting), 0)::bigint AS drafting,
  coalesce(sum(drafted), 0)::bigint AS drafted,
  coalesce(sum(queued), 0)::bigint AS queued,
  coalesce(sum(waiting_manual), 0)::bigint AS waiting_manual,
  coalesce(sum(sent), 0)::bigint AS sent,
  coalesce(sum(followup_ready), 0)::bigint AS followup_ready,
  coalesce(sum(replied), 0)::bigint AS replied,
  coalesce(sum(failed), 0)::bigint AS failed,
  coalesce(sum(unconfirmed), 0)::bigint AS unconfirmed,
  coalesce(sum(opted_out), 0)::bigint AS opted_out,
  coalesce(sum(exhausted), 0)::bigint AS exhausted,
  coalesce(sum(discovered_today), 0)::bigint AS discovered_today,
  coalesce(sum(reviewed_today), 0)::bigint AS reviewed_today,
  coalesce(sum(qualified_today), 0)::bigint AS qualified_today,
  coalesce(sum(rejected_today), 0)::bigint AS rejected_today,
  coalesce(sum(drafted_today), 0)::bigint AS drafted_today,
  coalesce(sum(queued_today), 0)::bigint AS queued_today,
  coalesce(sum(sent_today), 0)::bigint AS sent_today,
  coalesce(sum(replied_today), 0)::bigint AS replied_today,
  coalesce(sum(failed_today), 0)::bigint AS failed_today,
  coalesce(sum(unconfirmed_today), 0)::bigint AS unconfirmed_today,
  coalesce(sum(opted_out_today), 0)::bigint AS opted_out_today
FROM social_counts_by_platform;

CREATE VIEW social_pipeline_status AS
SELECT c.*, u.*, f.as_of, f.lag, f.followup_before, f.events_behind, f.positions,
  (f.clock AT TIME ZONE social_zone_of(c.workspace_id))::date AS today,
  social_zone_of(c.workspace_id) AS zone
FROM social_counts c
CROSS JOIN LATERAL social_unlocks(
  c.discovered, c.qualified, c.drafted, c.sent, c.followup_ready) u
CROSS JOIN social_freshness f;

COMMENT ON VIEW social_pipeline_status IS
  'Where people stand: one row per workspace and platform, one per workspace (platform '
  '''all''), one per platform (workspace ''*'') and one for everything (workspace ''*'', '
  'platform ''all''). The totals are rows like the others: do not add rows of different '
  'kinds.';
COMMENT ON COLUMN social_pipeline_status.workspace_id IS
  'The workspace, or * for all of them.';
COMMENT ON COLUMN social_pipeline_status.platform IS
  'linkedin, instagram, tiktok, facebook or unknown; all for their sum.';
COMMENT ON COLUMN social_pipeline_status.people IS
  'COUNT(*) of social_profiles.';
COMMENT ON COLUMN social_pipeline_status.discovered IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''discovered''.';
COMMENT ON COLUMN social_pipeline_status.reviewed IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''reviewed''.';
COMMENT ON COLUMN social_pipeline_status.qualified IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''qualified''.';
COMMENT ON COLUMN social_pipeline_status.rejected IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''rejected''.';
COMMENT ON COLUMN social_pipeline_status.not_started IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''not_started''.';
COMMENT ON COLUMN social_pipeline_status.drafting IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''drafting''.';
COMMENT ON COLUMN social_pipeline_status.drafted IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''drafted''.';
COMMENT ON COLUMN social_pipeline_status.queued IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''queued''.';
COMMENT ON COLUMN social_pipeline_status.sent IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent''.';
COMMENT ON COLUMN social_pipeline_status.replied IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''replied''.';
COMMENT ON COLUMN social_pipeline_status.failed IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''failed''.';
COMMENT ON COLUMN social_pipeline_status.unconfirmed IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''unconfirmed''.';
COMMENT ON COLUMN social_pipeline_status.opted_out IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''opted_out''.';
COMMENT ON COLUMN social_pipeline_status.exhausted IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''exhausted''.';
COMMENT ON COLUMN social_pipeline_status.waiting_manual IS
  'COUNT(*) of social_messages WHERE status = ''waiting_manual'': waiting for a person to '
  'send them.';
COMMENT ON COLUMN social_pipeline_status.followup_ready IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent'' AND follow_ups_left > 0 AND '
  'last_contacted_at < followup_before.';
COMMENT ON COLUMN social_pipeline_status.discovered_today IS
  'Since midnight in the workspace''s zone, people found: COUNT(*) of social_timeline WHERE '
  'event = ''profile_registered''.';
COMMENT ON COLUMN social_pipeline_status.reviewed_today IS
  'Since midnight in the workspace''s zone, decisions of reviewers: COUNT(*) of '
  'social_timeline WHERE event = ''profile_reviewed''.';
COMMENT ON COLUMN social_pipeline_status.qualified_today IS
  'Since midnight in the workspace''s zone, people qualified: COUNT(*) of social_timeline '
  'WHERE event = ''profile_reviewed'' AND details ->> ''verdict'' = ''qualified''.';
COMMENT ON COLUMN social_pipeline_status.rejected_today IS
  'Since midnight in the workspace''s zone, people rejected: COUNT(*) of social_timeline '
  'WHERE event = ''profile_reviewed'' AND details ->> ''verdict'' = ''rejected''.';
COMMENT ON COLUMN social_pipeline_status.drafted_today IS
  'Since midnight in the workspace''s zone, drafts written: COUNT(*) of social_timeline WHERE '
  'event = ''message_drafted''.';
COMMENT ON COLUMN social_pipeline_status.queued_today IS
  'Since midnight in the workspace''s zone, messages approved: COUNT(*) of social_timeline '
  'WHERE event = ''message_queued''.';
COMMENT ON COLUMN social_pipeline_status.sent_today IS
  'Since midnight in the workspace''s zone, messages sent: COUNT(*) of social_timeline WHERE '
  'event = ''message_sent''.';
COMMENT ON COLUMN social_pipeline_status.replied_today IS
  'Since midnight in the workspace''s zone, replies: COUNT(*) of social_timeline WHERE event '
  '= ''reply_received''.';
COMMENT ON COLUMN social_pipeline_status.failed_today IS
  'Since midnight in the workspace''s zone, messages that could not be sent: COUNT(*) of '
  'social_timeline WHERE event = ''message_failed''.';
COMMENT ON COLUMN social_pipeline_status.unconfirmed_today IS
  'Since midnight in the workspace''s zone, messages of which nobody knows whether they were '
  'sent: COUNT(*) of social_timeline WHERE event = ''message_unconfirmed''.';
COMMENT ON COLUMN social_pipeline_status.opted_out_today IS
  'Since midnight in the workspace''s zone, people who want no more messages: COUNT(*) of '
  'social_timeline WHERE event = ''profile_suppressed''.';
COMMENT ON COLUMN social_pipeline_status.discovery_unlocked IS
  'Always true.';
COMMENT ON COLUMN social_pipeline_status.discovery_reason IS
  'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.review_unlocked IS
  'discovered > 0.';
COMMENT ON COLUMN social_pipeline_status.review_reason IS
  'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.drafting_unlocked IS
  'qualified > 0.';
COMMENT ON COLUMN social_pipeline_status.drafting_reason IS
  'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.sending_unlocked IS
  'drafted > 0.';
COMMENT ON COLUMN social_pipeline_status.sending_reason IS
  'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.followup_unlocked IS
  'sent > 0.';
COMMENT ON COLUMN social_pipeline_status.followup_reason IS
  'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.as_of IS
  'The counts hold everything the log had at this time; null before the first look.';
COMMENT ON COLUMN social_pipeline_status.lag IS
  'How old that is by the clock of this database.';
COMMENT ON COLUMN social_pipeline_status.followup_before IS
  'People last contacted before this moment are due for a follow-up.';
COMMENT ON COLUMN social_pipeline_status.events_behind IS
  'Events in the log that are not counted yet, as of the last look at the end of the log.';
COMMENT ON COLUMN social_pipeline_status.positions IS
  'Next offset of profile-events by Kafka partition.';
COMMENT ON COLUMN social_pipeline_status.today IS
  'The day the counts since midnight are of.';
COMMENT ON COLUMN social_pipeline_status.zone IS
  'Where that day begins; for * the zone of workspaces without one of their own.';

COMMENT ON VIEW social_counts IS
  'Counts by workspace and platform with all totals.';
COMMENT ON COLUMN social_counts.workspace_id IS
  'The workspace, or * for all of them.';
COMMENT ON COLUMN social_counts.platform IS
  'linkedin, instagram, tiktok, facebook or unknown; all for their sum.';
COMMENT ON COLUMN social_counts.people IS
  'COUNT(*) of social_profiles.';
COMMENT ON COLUMN social_counts.discovered IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''discovered''.';
COMMENT ON COLUMN social_counts.reviewed IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''reviewed''.';
COMMENT ON COLUMN social_counts.qualified IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''qualified''.';
COMMENT ON COLUMN social_counts.rejected IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''rejected''.';
COMMENT ON COLUMN social_counts.not_started IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''not_started''.';
COMMENT ON COLUMN social_counts.drafting IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''drafting''.';
COMMENT ON COLUMN social_counts.drafted IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''drafted''.';
COMMENT ON COLUMN social_counts.queued IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''queued''.';
COMMENT ON COLUMN social_counts.sent IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent''.';
COMMENT ON COLUMN social_counts.replied IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''replied''.';
COMMENT ON COLUMN social_counts.failed IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''failed''.';
COMMENT ON COLUMN social_counts.unconfirmed IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''unconfirmed''.';
COMMENT ON COLUMN social_counts.opted_out IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''opted_out''.';
COMMENT ON COLUMN social_counts.exhausted IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''exhausted''.';
COMMENT ON COLUMN social_counts.waiting_manual IS
  'COUNT(*) of social_messages WHERE status = ''waiting_manual'': waiting for a person to '
  'send them.';
COMMENT ON COLUMN social_counts.followup_ready IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent'' AND follow_ups_left > 0 AND '
  'last_contacted_at < followup_before.';
COMMENT ON COLUMN social_counts.discovered_today IS
  'Since midnight in the workspace''s zone, people found: COUNT(*) of social_timeline WHERE '
  'event = ''profile_registered''.';
COMMENT ON COLUMN social_counts.reviewed_today IS
  'Since midnight in the workspace''s zone, decisions of reviewers: COUNT(*) of '
  'social_timeline WHERE event = ''profile_reviewed''.';
COMMENT ON COLUMN social_counts.qualified_today IS
  'Since midnight in the workspace''s zone, people qualified: COUNT(*) of social_timeline '
  'WHERE event = ''profile_reviewed'' AND details ->> ''verdict'' = ''qualified''.';
COMMENT ON COLUMN social_counts.rejected_today IS
  'Since midnight in the workspace''s zone, people rejected: COUNT(*) of social_timeline '
  'WHERE event = ''profile_reviewed'' AND details ->> ''verdict'' = ''rejected''.';
COMMENT ON COLUMN social_counts.drafted_today IS
  'Since midnight in the workspace''s zone, drafts written: COUNT(*) of social_timeline WHERE '
  'event = ''message_drafted''.';
COMMENT ON COLUMN social_counts.queued_today IS
  'Since midnight in the workspace''s zone, messages approved: COUNT(*) of social_timeline '
  'WHERE event = ''message_queued''.';
COMMENT ON COLUMN social_counts.sent_today IS
  'Since midnight in the workspace''s zone, messages sent: COUNT(*) of social_timeline WHERE '
  'event = ''message_sent''.';
COMMENT ON COLUMN social_counts.replied_today IS
  'Since midnight in the workspace''s zone, replies: COUNT(*) of social_timeline WHERE event '
  '= ''reply_received''.';
COMMENT ON COLUMN social_counts.failed_today IS
  'Since midnight in the workspace''s zone, messages that could not be sent: COUNT(*) of '
  'social_timeline WHERE event = ''message_failed''.';
COMMENT ON COLUMN social_counts.unconfirmed_today IS
  'Since midnight in the workspace''s zone, messages of which nobody knows whether they were '
  'sent: COUNT(*) of social_timeline WHERE event = ''message_unconfirmed''.';
COMMENT ON COLUMN social_counts.opted_out_today IS
  'Since midnight in the workspace''s zone, people who want no more messages: COUNT(*) of '
  'social_timeline WHERE event = ''profile_suppressed''.';

COMMENT ON VIEW social_counts_by_platform IS
  'Counts by workspace and platform, without totals.';
COMMENT ON COLUMN social_counts_by_platform.workspace_id IS
  'The workspace, or * for all of them.';
COMMENT ON COLUMN social_counts_by_platform.platform IS
  'linkedin, instagram, tiktok, facebook or unknown; all for their sum.';
COMMENT ON COLUMN social_counts_by_platform.people IS
  'COUNT(*) of social_profiles.';
COMMENT ON COLUMN social_counts_by_platform.discovered IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''discovered''.';
COMMENT ON COLUMN social_counts_by_platform.reviewed IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''reviewed''.';
COMMENT ON COLUMN social_counts_by_platform.qualified IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''qualified''.';
COMMENT ON COLUMN social_counts_by_platform.rejected IS
  'COUNT(*) of social_profiles WHERE discovery_status = ''rejected''.';
COMMENT ON COLUMN social_counts_by_platform.not_started IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''not_started''.';
COMMENT ON COLUMN social_counts_by_platform.drafting IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''drafting''.';
COMMENT ON COLUMN social_counts_by_platform.drafted IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''drafted''.';
COMMENT ON COLUMN social_counts_by_platform.queued IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''queued''.';
COMMENT ON COLUMN social_counts_by_platform.sent IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent''.';
COMMENT ON COLUMN social_counts_by_platform.replied IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''replied''.';
COMMENT ON COLUMN social_counts_by_platform.failed IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''failed''.';
COMMENT ON COLUMN social_counts_by_platform.unconfirmed IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''unconfirmed''.';
COMMENT ON COLUMN social_counts_by_platform.opted_out IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''opted_out''.';
COMMENT ON COLUMN social_counts_by_platform.exhausted IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''exhausted''.';
COMMENT ON COLUMN social_counts_by_platform.waiting_manual IS
  'COUNT(*) of social_messages WHERE status = ''waiting_manual'': waiting for a person to '
  'send them.';
COMMENT ON COLUMN social_counts_by_platform.followup_ready IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent'' AND follow_ups_left > 0 AND '
  'last_contacted_at < followup_before.';
COMMENT ON COLUMN social_counts_by_platform.discovered_today IS
  'Since midnight in the workspace''s zone, people found: COUNT(*) of social_timeline WHERE '
  'event = ''profile_registered''.';
COMMENT ON COLUMN social_counts_by_platform.reviewed_today IS
  'Since midnight in the workspace''s zone, decisions of reviewers: COUNT(*) of '
  'social_timeline WHERE event = ''profile_reviewed''.';
COMMENT ON COLUMN social_counts_by_platform.qualified_today IS
  'Since midnight in the workspace''s zone, people qualified: COUNT(*) of social_timeline '
  'WHERE event = ''profile_reviewed'' AND details ->> ''verdict'' = ''qualified''.';
COMMENT ON COLUMN social_counts_by_platform.rejected_today IS
  'Since midnight in the workspace''s zone, people rejected: COUNT(*) of social_timeline '
  'WHERE event = ''profile_reviewed'' AND details ->> ''verdict'' = ''rejected''.';
COMMENT ON COLUMN social_counts_by_platform.drafted_today IS
  'Since midnight in the workspace''s zone, drafts written: COUNT(*) of social_timeline WHERE '
  'event = ''message_drafted''.';
COMMENT ON COLUMN social_counts_by_platform.queued_today IS
  'Since midnight in the workspace''s zone, messages approved: COUNT(*) of social_timeline '
  'WHERE event = ''message_queued''.';
COMMENT ON COLUMN social_counts_by_platform.sent_today IS
  'Since midnight in the workspace''s zone, messages sent: COUNT(*) of social_timeline WHERE '
  'event = ''message_sent''.';
COMMENT ON COLUMN social_counts_by_platform.replied_today IS
  'Since midnight in the workspace''s zone, replies: COUNT(*) of social_timeline WHERE event '
  '= ''reply_received''.';
COMMENT ON COLUMN social_counts_by_platform.failed_today IS
  'Since midnight in the workspace''s zone, messages that could not be sent: COUNT(*) of '
  'social_timeline WHERE event = ''message_failed''.';
COMMENT ON COLUMN social_counts_by_platform.unconfirmed_today IS
  'Since midnight in the workspace''s zone, messages of which nobody knows whether they were '
  'sent: COUNT(*) of social_timeline WHERE event = ''message_unconfirmed''.';
COMMENT ON COLUMN social_counts_by_platform.opted_out_today IS
  'Since midnight in the workspace''s zone, people who want no more messages: COUNT(*) of '
  'social_timeline WHERE event = ''profile_suppressed''.';

COMMENT ON VIEW social_freshness IS
  'How fresh the counts are: one row.';
COMMENT ON COLUMN social_freshness.as_of IS
  'The counts hold everything the log had at this time; null before the first look.';
COMMENT ON COLUMN social_freshness.lag IS
  'How old that is by the clock of this database.';
COMMENT ON COLUMN social_freshness.clock IS
  'The projector''s own time at its last tick: which day is today.';
COMMENT ON COLUMN social_freshness.followup_before IS
  'People last contacted before this moment are due for a follow-up.';
COMMENT ON COLUMN social_freshness.events_behind IS
  'Events in the log that are not counted yet, as of the last look at the end of the log.';
COMMENT ON COLUMN social_freshness.positions IS
  'Next offset of profile-events by Kafka partition.';

COMMENT ON VIEW social_daily IS
  'What happened on each day, by workspace and platform.';
COMMENT ON COLUMN social_daily.workspace_id IS
  'The workspace.';
COMMENT ON COLUMN social_daily.day IS
  'The day, in the workspace''s zone.';
COMMENT ON COLUMN social_daily.platform IS
  'linkedin, instagram, tiktok, facebook or unknown.';
COMMENT ON COLUMN social_daily.discovered_today IS
  'On that day, people found: COUNT(*) of social_timeline WHERE event = ''profile_registered''.';
COMMENT ON COLUMN social_daily.reviewed_today IS
  'On that day, decisions of reviewers: COUNT(*) of social_timeline WHERE event = '
  '''profile_reviewed''.';
COMMENT ON COLUMN social_daily.qualified_today IS
  'On that day, people qualified: COUNT(*) of social_timeline WHERE event = '
  '''profile_reviewed'' AND details ->> ''verdict'' = ''qualified''.';
COMMENT ON COLUMN social_daily.rejected_today IS
  'On that day, people rejected: COUNT(*) of social_timeline WHERE event = '
  '''profile_reviewed'' AND details ->> ''verdict'' = ''rejected''.';
COMMENT ON COLUMN social_daily.drafted_today IS
  'On that day, drafts written: COUNT(*) of social_timeline WHERE event = ''message_drafted''.';
COMMENT ON COLUMN social_daily.queued_today IS
  'On that day, messages approved: COUNT(*) of social_timeline WHERE event = ''message_queued''.';
COMMENT ON COLUMN social_daily.sent_today IS
  'On that day, messages sent: COUNT(*) of social_timeline WHERE event = ''message_sent''.';
COMMENT ON COLUMN social_daily.replied_today IS
  'On that day, replies: COUNT(*) of social_timeline WHERE event = ''reply_received''.';
COMMENT ON COLUMN social_daily.failed_today IS
  'On that day, messages that could not be sent: COUNT(*) of social_timeline WHERE event = '
  '''message_failed''.';
COMMENT ON COLUMN social_daily.unconfirmed_today IS
  'On that day, messages of which nobody knows whether they were sent: COUNT(*) of '
  'social_timeline WHERE event = ''message_unconfirmed''.';
COMMENT ON COLUMN social_daily.opted_out_today IS
  'On that day, people who want no more messages: COUNT(*) of social_timeline WHERE event = '
  '''profile_suppressed''.';

COMMENT ON VIEW social_projection IS
  'Where the projector stands, by stream and partition.';
COMMENT ON COLUMN social_projection.stream IS
  'profile-events, discovery-progress or replays.';
COMMENT ON COLUMN social_projection.kafka_partition IS
  'Kafka''s number of the partition.';
COMMENT ON COLUMN social_projection.next_offset IS
  'First record that is not applied.';
COMMENT ON COLUMN social_projection.end_offset IS
  'Where the log ended at the last look.';
COMMENT ON COLUMN social_projection.events_behind IS
  'Records between the two.';
COMMENT ON COLUMN social_projection.owner IS
  'Instance that writes this partition.';
COMMENT ON COLUMN social_projection.owner_epoch IS
  'Grows with every change of owner; a lower one is refused.';
COMMENT ON COLUMN social_projection.ready_before IS
  'People last contacted before this are counted as due.';
COMMENT ON COLUMN social_projection.applied_at IS
  'When a batch was applied last.';
COMMENT ON COLUMN social_projection.ticked_at IS
  'When the clock of follow-ups ticked last.';
COMMENT ON COLUMN social_projection.end_seen_at IS
  'When the end of the log was looked at last.';
COMMENT ON COLUMN social_projection.current_until IS
  'Everything the log had at this time is applied.';
COMMENT ON COLUMN social_projection.generation IS
  'Which tables; 0 for streams that are never rebuilt.';

COMMENT ON VIEW social_profiles IS
  'Every person found, as they stand now.';
COMMENT ON COLUMN social_profiles.profile_id IS
  'Names the person: derived from workspace, platform and handle.';
COMMENT ON COLUMN social_profiles.workspace_id IS
  'Whose person this is.';
COMMENT ON COLUMN social_profiles.platform IS
  'linkedin, instagram, tiktok, facebook or unknown.';
COMMENT ON COLUMN social_profiles.username IS
  'Handle on the platform. Personal.';
COMMENT ON COLUMN social_profiles.external_id IS
  'The platform''s own id. Personal.';
COMMENT ON COLUMN social_profiles.full_name IS
  'Name shown on the platform. Personal.';
COMMENT ON COLUMN social_profiles.bio IS
  'What they say about themselves. Personal.';
COMMENT ON COLUMN social_profiles.category IS
  'Trade or topic, as found.';
COMMENT ON COLUMN social_profiles.location IS
  'Place, as found. Personal.';
COMMENT ON COLUMN social_profiles.profile_url IS
  'Address of the profile. Personal.';
COMMENT ON COLUMN social_profiles.website IS
  'Their own site. Personal.';
COMMENT ON COLUMN social_profiles.followers IS
  'Followers when collected.';
COMMENT ON COLUMN social_profiles.following IS
  'Accounts followed when collected.';
COMMENT ON COLUMN social_profiles.posts IS
  'Posts when collected.';
COMMENT ON COLUMN social_profiles.average_likes IS
  'Mean likes of recent posts.';
COMMENT ON COLUMN social_profiles.average_comments IS
  'Mean comments of recent posts.';
COMMENT ON COLUMN social_profiles.engagement_score IS
  '0 to 100, or null where it cannot be computed.';
COMMENT ON COLUMN social_profiles.engagement_reason IS
  'Why there is no score.';
COMMENT ON COLUMN social_profiles.engagement IS
  'How the score came about, as JSON.';
COMMENT ON COLUMN social_profiles.verified IS
  'Whether the platform verified them.';
COMMENT ON COLUMN social_profiles.language IS
  'Language of the bio.';
COMMENT ON COLUMN social_profiles.last_post_at IS
  'When they last posted.';
COMMENT ON COLUMN social_profiles.source IS
  'File import or endpoint they were found by.';
COMMENT ON COLUMN social_profiles.collected_at IS
  'When the facts were collected.';
COMMENT ON COLUMN social_profiles.discovery_status IS
  'discovered, reviewed, qualified or rejected.';
COMMENT ON COLUMN social_profiles.outreach_status IS
  'not_started, drafting, drafted, queued, sent, replied, failed, unconfirmed, opted_out or '
  'exhausted.';
COMMENT ON COLUMN social_profiles.follow_ups_sent IS
  'Follow-ups sent so far.';
COMMENT ON COLUMN social_profiles.follow_ups_left IS
  'Follow-ups that may still be sent.';
COMMENT ON COLUMN social_profiles.last_contacted_at IS
  'When a message was last sent to them.';
COMMENT ON COLUMN social_profiles.replied_at IS
  'When they last replied.';
COMMENT ON COLUMN social_profiles.window_open_until IS
  'Until when the platform lets us answer.';
COMMENT ON COLUMN social_profiles.followup_ready IS
  'Whether a follow-up is due: outreach_status = ''sent'' AND follow_ups_left > 0 AND '
  'last_contacted_at < followup_before.';
COMMENT ON COLUMN social_profiles.erased IS
  'Whether they asked to be forgotten; personal fields are empty then.';
COMMENT ON COLUMN social_profiles.version IS
  'Number of their newest event.';
COMMENT ON COLUMN social_profiles.discovered_at IS
  'When they were found first.';
COMMENT ON COLUMN social_profiles.updated_at IS
  'When their newest event happened.';
COMMENT ON COLUMN social_profiles.kafka_partition IS
  'Partition of the log their events are in.';

COMMENT ON VIEW social_messages IS
  'Every message: one per person and step.';
COMMENT ON COLUMN social_messages.message_id IS
  'Names the message: derived from person and step.';
COMMENT ON COLUMN social_messages.profile_id IS
  'To whom.';
COMMENT ON COLUMN social_messages.workspace_id IS
  'Whose message this is.';
COMMENT ON COLUMN social_messages.platform IS
  'linkedin, instagram, tiktok, facebook or unknown.';
COMMENT ON COLUMN social_messages.step IS
  '0 for the first message, 1, 2 … for follow-ups.';
COMMENT ON COLUMN social_messages.message_type IS
  'initial or follow_up.';
COMMENT ON COLUMN social_messages.status IS
  'drafted, queued, waiting_manual, sent, failed, unconfirmed, cancelled or discarded.';
COMMENT ON COLUMN social_messages.draft_body IS
  'The words as they stand now. Personal.';
COMMENT ON COLUMN social_messages.sent_body IS
  'The words that were sent. Personal.';
COMMENT ON COLUMN social_messages.fingerprint IS
  'What an approval must name: sha-256 over text, recipient, platform and account.';
COMMENT ON COLUMN social_messages.account IS
  'Account of ours it is sent from.';
COMMENT ON COLUMN social_messages.recipient IS
  'Address on the platform. Personal.';
COMMENT ON COLUMN social_messages.thread_id IS
  'The platform''s conversation.';
COMMENT ON COLUMN social_messages.platform_message_id IS
  'The platform''s id of the sent message.';
COMMENT ON COLUMN social_messages.route IS
  'official_api, manual or third_party.';
COMMENT ON COLUMN social_messages.drafter IS
  'Who wrote the draft: model, template or person.';
COMMENT ON COLUMN social_messages.model IS
  'Which model.';
COMMENT ON COLUMN social_messages.prompt_version IS
  'Which prompt.';
COMMENT ON COLUMN social_messages.language IS
  'Language of the draft.';
COMMENT ON COLUMN social_messages.checks IS
  'What the checks of the draft found, as JSON.';
COMMENT ON COLUMN social_messages.edited IS
  'Whether a person changed the draft.';
COMMENT ON COLUMN social_messages.reason_code IS
  'Why it stands where it stands, as a stable code.';
COMMENT ON COLUMN social_messages.reason IS
  'The same in words.';
COMMENT ON COLUMN social_messages.waits_until IS
  'Until when it waits at least.';
COMMENT ON COLUMN social_messages.link IS
  'Where a person sends it by hand. Personal.';
COMMENT ON COLUMN social_messages.drafted_at IS
  'When the draft was written.';
COMMENT ON COLUMN social_messages.approved_at IS
  'When it was approved.';
COMMENT ON COLUMN social_messages.approved_by IS
  'By whom.';
COMMENT ON COLUMN social_messages.sent_at IS
  'When it was sent.';
COMMENT ON COLUMN social_messages.version IS
  'Number of the person''s event that touched it last.';
COMMENT ON COLUMN social_messages.created_at IS
  'When it was ordered first.';
COMMENT ON COLUMN social_messages.updated_at IS
  'When that event happened.';
COMMENT ON COLUMN social_messages.kafka_partition IS
  'Partition of the log its events are in.';

COMMENT ON VIEW social_timeline IS
  'What happened to a person, by whom and why, in order of version.';
COMMENT ON COLUMN social_timeline.profile_id IS
  'To whom it happened.';
COMMENT ON COLUMN social_timeline.version IS
  '1, 2, 3 … per person, in order.';
COMMENT ON COLUMN social_timeline.workspace_id IS
  'Whose person.';
COMMENT ON COLUMN social_timeline.occurred_at IS
  'When.';
COMMENT ON COLUMN social_timeline.event_id IS
  'Id of the event.';
COMMENT ON COLUMN social_timeline.event IS
  'What happened, for example message_sent.';
COMMENT ON COLUMN social_timeline.actor_kind IS
  'person, rule, platform or system.';
COMMENT ON COLUMN social_timeline.actor IS
  'Who. Personal where the kind is platform.';
COMMENT ON COLUMN social_timeline.message_id IS
  'The message it is about.';
COMMENT ON COLUMN social_timeline.reason_code IS
  'Why, as a stable code.';
COMMENT ON COLUMN social_timeline.reason IS
  'Why, in words.';
COMMENT ON COLUMN social_timeline.body IS
  'What the person wrote. Personal.';
COMMENT ON COLUMN social_timeline.details IS
  'Further figures as JSON, without personal ones.';
COMMENT ON COLUMN social_timeline.causation_id IS
  'Id of what caused it.';
COMMENT ON COLUMN social_timeline.correlation_id IS
  'Follows one request through the pipeline.';
COMMENT ON COLUMN social_timeline.platform IS
  'Platform of the person.';

COMMENT ON TABLE social_discovery_jobs IS
  'What became of every request to find people.';
COMMENT ON COLUMN social_discovery_jobs.job_id IS
  'Names the job.';
COMMENT ON COLUMN social_discovery_jobs.workspace_id IS
  'Who asked.';
COMMENT ON COLUMN social_discovery_jobs.platform IS
  'Where people are looked for.';
COMMENT ON COLUMN social_discovery_jobs.source IS
  'Endpoint or file.';
COMMENT ON COLUMN social_discovery_jobs.categories IS
  'Categories asked for.';
COMMENT ON COLUMN social_discovery_jobs.locations IS
  'Places asked for.';
COMMENT ON COLUMN social_discovery_jobs.keywords IS
  'Words asked for.';
COMMENT ON COLUMN social_discovery_jobs.max_profiles IS
  'At most so many people.';
COMMENT ON COLUMN social_discovery_jobs.requested_by IS
  'By whom.';
COMMENT ON COLUMN social_discovery_jobs.status IS
  'running, waiting, completed, failed or cancelled.';
COMMENT ON COLUMN social_discovery_jobs.found IS
  'People found.';
COMMENT ON COLUMN social_discovery_jobs.duplicates IS
  'People found more than once.';
COMMENT ON COLUMN social_discovery_jobs.refused IS
  'Rows or results refused.';
COMMENT ON COLUMN social_discovery_jobs.refused_by_reason IS
  'Refused by reason code, as JSON.';
COMMENT ON COLUMN social_discovery_jobs.pages IS
  'Pages read.';
COMMENT ON COLUMN social_discovery_jobs.reason_code IS
  'Why it waits or failed, as a stable code.';
COMMENT ON COLUMN social_discovery_jobs.reason IS
  'The same in words.';
COMMENT ON COLUMN social_discovery_jobs.waits_until IS
  'Until when it waits at least.';
COMMENT ON COLUMN social_discovery_jobs.started_at IS
  'When it began.';
COMMENT ON COLUMN social_discovery_jobs.updated_at IS
  'When something last happened.';
COMMENT ON COLUMN social_discovery_jobs.finished_at IS
  'When it was over.';
COMMENT ON COLUMN social_discovery_jobs.log_offset IS
  'Place in the log of its newest event.';

COMMENT ON TABLE social_replays IS
  'Drafts for comparison only; never sent.';
COMMENT ON COLUMN social_replays.replay_id IS
  'Names the replay.';
COMMENT ON COLUMN social_replays.draft_id IS
  'Names the draft.';
COMMENT ON COLUMN social_replays.workspace_id IS
  'Whose person.';
COMMENT ON COLUMN social_replays.profile_id IS
  'To whom it would go.';
COMMENT ON COLUMN social_replays.message_id IS
  'The message it is compared with.';
COMMENT ON COLUMN social_replays.message_type IS
  'initial or follow_up.';
COMMENT ON COLUMN social_replays.step IS
  '0 for the first message, 1, 2 … for follow-ups.';
COMMENT ON COLUMN social_replays.written IS
  'Whether a draft came about.';
COMMENT ON COLUMN social_replays.body IS
  'Its words. Personal.';
COMMENT ON COLUMN social_replays.language IS
  'Its language.';
COMMENT ON COLUMN social_replays.drafter IS
  'Who wrote it.';
COMMENT ON COLUMN social_replays.model IS
  'Which model.';
COMMENT ON COLUMN social_replays.prompt_version IS
  'Which prompt.';
COMMENT ON COLUMN social_replays.checks IS
  'What the checks found, as JSON.';
COMMENT ON COLUMN social_replays.input_tokens IS
  'Tokens in.';
COMMENT ON COLUMN social_replays.output_tokens IS
  'Tokens out.';
COMMENT ON COLUMN social_replays.cost_micros IS
  'Cost in millionths of the currency of the price list.';
COMMENT ON COLUMN social_replays.reason_code IS
  'Why there is none, as a stable code.';
COMMENT ON COLUMN social_replays.reason IS
  'The same in words.';
COMMENT ON COLUMN social_replays.occurred_at IS
  'When.';
COMMENT ON COLUMN social_replays.log_offset IS
  'Place in the log.';

-- A role that may read the public contract and nothing else. Where the owner of the tables may not
-- make roles, an administrator makes it and calls this again.
CREATE FUNCTION social_grant_reader() RETURNS boolean
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'social_reader') THEN
    CREATE ROLE social_reader NOLOGIN;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO social_reader', current_schema());
  GRANT SELECT ON social_pipeline_status,
    social_counts,
    social_counts_by_platform,
    social_freshness,
    social_daily,
    social_projection,
    social_profiles,
    social_messages,
    social_timeline,
    social_discovery_jobs,
    social_replays
    TO social_reader;
  RETURN true;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'role social_reader is missing: an administrator may create it';
    RETURN false;
  WHEN duplicate_object OR unique_violation THEN
    RETURN social_grant_reader();
END
$$;

SELECT social_grant_reader();
