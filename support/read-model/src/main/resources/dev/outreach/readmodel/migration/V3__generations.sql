-- Rebuilding: a new generation is filled beside the live one and takes its place in one transaction.

ALTER TABLE social_generation
  ADD COLUMN projection_version integer NOT NULL DEFAULT 1,
  ADD COLUMN counted boolean NOT NULL DEFAULT true,
  ADD COLUMN retired_at timestamptz;

COMMENT ON COLUMN social_generation.projection_version IS
  'Which rules made the rows out of the events; equal versions make equal rows.';
COMMENT ON COLUMN social_generation.counted IS
  'False while rows are still filled in without counts and without secondary indexes.';

-- Tables for a generation that is being filled: keys, but no other index. They are attached and not
-- created in place, so that no reader waits.
CREATE FUNCTION social_prepare_generation(new_generation smallint) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  parent text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['social_profile', 'social_message', 'social_timeline_entry'] LOOP
    EXECUTE format(
      'CREATE TABLE %1$I (LIKE %2$I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)
         WITH (fillfactor = %3$s)',
      parent || '_g' || new_generation, parent,
      CASE parent WHEN 'social_timeline_entry' THEN 100 ELSE 85 END);
    EXECUTE format(
      'ALTER TABLE %1$I ALTER COLUMN generation SET DEFAULT %2$s',
      parent || '_g' || new_generation, new_generation);
    EXECUTE format(
      'ALTER TABLE %1$I ATTACH PARTITION %2$I FOR VALUES IN (%3$s)',
      parent, parent || '_g' || new_generation, new_generation);
  END LOOP;
  -- Forgetting what was written to a person finds their messages by it, while filling as well.
  EXECUTE format(
    'CREATE INDEX social_message_g%1$s_profile ON social_message_g%1$s (profile_id)',
    new_generation);
END
$$;

-- The other indexes, once most rows are there.
CREATE FUNCTION social_index_generation(new_generation smallint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS social_profile_g%1$s_discovery ON social_profile_g%1$s
       (workspace_id, discovery_status, discovered_at, profile_id)', new_generation);
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS social_profile_g%1$s_outreach ON social_profile_g%1$s
       (workspace_id, outreach_status, discovered_at, profile_id)', new_generation);
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS social_profile_g%1$s_due ON social_profile_g%1$s
       (kafka_partition, last_contacted_at) INCLUDE (workspace_id, platform)
       WHERE outreach_status = ''sent'' AND follow_ups_left > 0', new_generation);
  EXECUTE format(
    'CREATE INDEX IF NOT EXISTS social_message_g%1$s_status ON social_message_g%1$s
       (workspace_id, status, created_at, message_id)', new_generation);
END
$$;

-- The counts of a generation that was filled without them; differences keep them from here on.
CREATE FUNCTION social_count_generation(counted_generation smallint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM social_tally WHERE generation = counted_generation;
  INSERT INTO social_tally (
    generation, workspace_id, platform, kafka_partition, people, discovered, reviewed, qualified,
    rejected, not_started, drafting, drafted, queued, sent, replied, failed, unconfirmed,
    opted_out, exhausted, followup_ready)
  SELECT
    counted_generation, p.workspace_id, p.platform, p.kafka_partition, count(*),
    count(*) FILTER (WHERE discovery_status = 'discovered'),
    count(*) FILTER (WHERE discovery_status = 'reviewed'),
    count(*) FILTER (WHERE discovery_status = 'qualified'),
    count(*) FILTER (WHERE discovery_status = 'rejected'),
    count(*) FILTER (WHERE outreach_status = 'not_started'),
    count(*) FILTER (WHERE outreach_status = 'drafting'),
    count(*) FILTER (WHERE outreach_status = 'drafted'),
    count(*) FILTER (WHERE outreach_status = 'queued'),
    count(*) FILTER (WHERE outreach_status = 'sent'),
    count(*) FILTER (WHERE outreach_status = 'replied'),
    count(*) FILTER (WHERE outreach_status = 'failed'),
    count(*) FILTER (WHERE outreach_status = 'unconfirmed'),
    count(*) FILTER (WHERE outreach_status = 'opted_out'),
    count(*) FILTER (WHERE outreach_status = 'exhausted'),
    count(*) FILTER (WHERE outreach_status = 'sent' AND follow_ups_left > 0
      AND last_contacted_at < clock.ready_before)
  FROM social_profile p
  LEFT JOIN social_offset clock
    ON clock.generation = counted_generation AND clock.stream = 'profile-events'
    AND clock.kafka_partition = p.kafka_partition
  WHERE p.generation = counted_generation
  GROUP BY p.workspace_id, p.platform, p.kafka_partition;
  INSERT INTO social_tally AS tally
    (generation, workspace_id, platform, kafka_partition, waiting_manual)
  SELECT counted_generation, workspace_id, platform, kafka_partition, count(*)
  FROM social_message
  WHERE generation = counted_generation AND status = 'waiting_manual'
  GROUP BY workspace_id, platform, kafka_partition
  ON CONFLICT (generation, workspace_id, platform, kafka_partition) DO UPDATE SET
    waiting_manual = excluded.waiting_manual;
END
$$;

CREATE FUNCTION social_drop_generation(old_generation smallint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DROP TABLE IF EXISTS social_profile_g%1$s, social_message_g%1$s,
    social_timeline_entry_g%1$s', old_generation);
  DELETE FROM social_tally WHERE generation = old_generation;
  DELETE FROM social_offset WHERE generation = old_generation;
  DELETE FROM social_generation WHERE generation = old_generation;
END
$$;
