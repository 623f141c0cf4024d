-- The public contract: the names readers use. Each shows the live generation, so that a rebuild
-- becomes visible to every reader at one instant.

CREATE VIEW social_profiles AS
SELECT
  p.profile_id, p.workspace_id, p.platform, p.username, p.external_id, p.full_name, p.bio,
  p.category, p.location, p.profile_url, p.website, p.followers, p.following, p.posts,
  p.average_likes, p.average_comments, p.engagement_score, p.engagement_reason, p.engagement,
  p.verified, p.language, p.last_post_at, p.source, p.collected_at, p.discovery_status,
  p.outreach_status, p.follow_ups_sent, p.follow_ups_left, p.last_contacted_at, p.replied_at,
  p.window_open_until,
  p.outreach_status = 'sent' AND p.follow_ups_left > 0
    AND coalesce(p.last_contacted_at < clock.ready_before, false) AS followup_ready,
  p.erased, p.version, p.discovered_at, p.updated_at, p.kafka_partition
FROM social_profile p
LEFT JOIN social_offset clock
  ON clock.generation = p.generation
  AND clock.stream = 'profile-events'
  AND clock.kafka_partition = p.kafka_partition
WHERE p.generation = (SELECT generation FROM social_generation WHERE state = 'live');

CREATE VIEW social_messages AS
SELECT
  message_id, profile_id, workspace_id, platform, step, message_type, status, draft_body,
  sent_body, fingerprint, account, recipient, thread_id, platform_message_id, route, drafter,
  model, prompt_version, language, checks, edited, reason_code, reason, waits_until, link,
  drafted_at, approved_at, approved_by, sent_at, version, created_at, updated_at, kafka_partition
FROM social_message
WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live');

CREATE VIEW social_timeline AS
SELECT
  profile_id, version, workspace_id, occurred_at, event_id, event, actor_kind, actor, message_id,
  reason_code, reason, body, details, causation_id, correlation_id
FROM social_timeline_entry
WHERE generation = (SELECT generation FROM social_generation WHERE state = 'live');

CREATE VIEW social_counts_by_platform AS
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
GROUP BY workspace_id, social_tally.platform;

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
  sum(exhausted)::bigint AS exhausted
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
  sum(exhausted)::bigint AS exhausted
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
  coalesce(sum(exhausted), 0)::bigint AS exhausted
FROM social_counts_by_platform;

CREATE VIEW social_projection AS
SELECT
  stream, kafka_partition, next_offset, end_offset,
  greatest(end_offset - next_offset, 0) AS events_behind,
  owner, owner_epoch, ready_before, applied_at, ticked_at, end_seen_at, generation
FROM social_offset
WHERE generation IN (0, (SELECT generation FROM social_generation WHERE state = 'live'));

-- How fresh the counts are: one row, always.
CREATE VIEW social_freshness AS
SELECT
  min(greatest(applied_at, ticked_at)) AS as_of,
  min(ready_before) AS followup_before,
  coalesce(sum(events_behind), 0)::bigint AS events_behind,
  coalesce(
    jsonb_object_agg(kafka_partition, next_offset) FILTER (WHERE kafka_partition IS NOT NULL),
    '{}') AS positions
FROM social_projection
WHERE stream = 'profile-events';

-- Which stages are open, computed from the counts beside them: they cannot contradict each other.
CREATE FUNCTION social_unlocks(
  discovered bigint, qualified bigint, drafted bigint, sent bigint, followup_ready bigint)
RETURNS TABLE (
  discovery_unlocked boolean, discovery_reason text,
  review_unlocked boolean, review_reason text,
  drafting_unlocked boolean, drafting_reason text,
  sending_unlocked boolean, sending_reason text,
  followup_unlocked boolean, followup_reason text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
SELECT
  true,
  'Discovery is always open.',
  discovered > 0,
  CASE WHEN discovered > 0
    THEN 'People waiting for review: ' || discovered || '.'
    ELSE 'Nobody waits for review. Discover people first.'
  END,
  qualified > 0,
  CASE WHEN qualified > 0
    THEN 'Qualified people: ' || qualified || '.'
    ELSE 'Nobody is qualified. Review people and qualify some first.'
  END,
  drafted > 0,
  CASE WHEN drafted > 0
    THEN 'Drafts ready for approval: ' || drafted || '.'
    ELSE 'No draft is ready. Draft messages first.'
  END,
  sent > 0,
  CASE WHEN sent > 0
    THEN 'People written to who have not replied: ' || sent
      || ', of whom due for a follow-up: ' || followup_ready || '.'
    ELSE 'Nobody waits for a follow-up. Send messages first.'
  END
$$;

CREATE VIEW social_pipeline_status AS
SELECT c.*, u.*, f.*
FROM social_counts c
CROSS JOIN LATERAL social_unlocks(
  c.discovered, c.qualified, c.drafted, c.sent, c.followup_ready) u
CROSS JOIN social_freshness f;

COMMENT ON VIEW social_pipeline_status IS
  'Where people stand: one row per workspace and platform, one per workspace (platform ''all''), one
   per platform (workspace ''*'') and one for everything (workspace ''*'', platform ''all'').
   The totals are rows like the others: do not add rows of different kinds.';
COMMENT ON COLUMN social_pipeline_status.workspace_id IS 'The workspace, or * for all of them.';
COMMENT ON COLUMN social_pipeline_status.platform IS
  'linkedin, instagram, tiktok, facebook or unknown; all for their sum.';
COMMENT ON COLUMN social_pipeline_status.people IS 'COUNT(*) of social_profiles.';
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
COMMENT ON COLUMN social_pipeline_status.waiting_manual IS
  'COUNT(*) of social_messages WHERE status = ''waiting_manual'': a person has to send them.';
COMMENT ON COLUMN social_pipeline_status.sent IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent''.';
COMMENT ON COLUMN social_pipeline_status.followup_ready IS
  'COUNT(*) of social_profiles WHERE outreach_status = ''sent'' AND follow_ups_left > 0
   AND last_contacted_at < followup_before.';
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
COMMENT ON COLUMN social_pipeline_status.discovery_unlocked IS 'Always true.';
COMMENT ON COLUMN social_pipeline_status.discovery_reason IS 'Why, in words.';
COMMENT ON COLUMN social_pipeline_status.review_unlocked IS 'discovered > 0.';
COMMENT ON COLUMN social_pipeline_status.review_reason IS 'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.drafting_unlocked IS 'qualified > 0.';
COMMENT ON COLUMN social_pipeline_status.drafting_reason IS 'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.sending_unlocked IS 'drafted > 0.';
COMMENT ON COLUMN social_pipeline_status.sending_reason IS 'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.followup_unlocked IS 'sent > 0.';
COMMENT ON COLUMN social_pipeline_status.followup_reason IS 'Why or why not, in words.';
COMMENT ON COLUMN social_pipeline_status.as_of IS
  'When the projector last brought every partition up to date with what it had read; null before
   the first time.';
COMMENT ON COLUMN social_pipeline_status.followup_before IS
  'People last contacted before this moment are due for a follow-up.';
COMMENT ON COLUMN social_pipeline_status.events_behind IS
  'Events in the log that are not counted yet, as of the last look at the end of the log.';
COMMENT ON COLUMN social_pipeline_status.positions IS
  'Next offset of profile-events by Kafka partition.';

COMMENT ON VIEW social_profiles IS 'Every person found, as they stand now.';
COMMENT ON VIEW social_messages IS 'Every message: one per person and step.';
COMMENT ON VIEW social_timeline IS 'What happened to a person, by whom and why, in order of version.';
COMMENT ON VIEW social_counts IS 'Counts by workspace and platform with all totals.';
COMMENT ON VIEW social_counts_by_platform IS 'Counts by workspace and platform, without totals.';
COMMENT ON VIEW social_freshness IS 'How fresh the counts are: one row.';
COMMENT ON VIEW social_projection IS 'Where the projector stands, by stream and partition.';
COMMENT ON TABLE social_discovery_jobs IS 'What became of every request to find people.';
COMMENT ON TABLE social_replays IS 'Drafts for comparison only; never sent.';
