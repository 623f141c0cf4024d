-- Counts the days of a generation again from its timeline: of one workspace, or of all. The zones
-- are looked up before: left to the planner they are looked up again for every event, which takes
-- ten times as long as everything else.
CREATE OR REPLACE FUNCTION social_count_days(counted_generation smallint, workspace text) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM social_day_tally
  WHERE generation = counted_generation AND (workspace IS NULL OR workspace_id = workspace);
  INSERT INTO social_day_tally (
    generation, workspace_id, day, platform, kafka_partition,
    discovered_today, reviewed_today, qualified_today, rejected_today, drafted_today,
    queued_today, sent_today, replied_today, failed_today, unconfirmed_today,
    opted_out_today)
  WITH place AS MATERIALIZED (
    SELECT workspace_id, social_zone_of(workspace_id) AS zone
    FROM (SELECT DISTINCT workspace_id FROM social_tally
          WHERE generation = counted_generation) known
  )
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
    JOIN place USING (workspace_id)
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
