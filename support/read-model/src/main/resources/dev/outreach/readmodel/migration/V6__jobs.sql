-- Jobs may be paused, and know how many of their people are new.
--
-- What a job tells of itself and what its people turned out to be come by different topics and in
-- any order, so they are different tables; the views put them together.
ALTER TYPE social_job_status ADD VALUE 'paused' AFTER 'waiting';

ALTER TABLE social_discovery_jobs RENAME TO social_discovery_job;
COMMENT ON TABLE social_discovery_job IS 'Jobs as discovery tells them; read social_discovery_jobs.';

-- What one part of a page brought, as discovery tells it; told twice it is one row.
CREATE TABLE social_discovery_part (
  job_id            text   NOT NULL,
  log_offset        bigint NOT NULL,
  workspace_id      text   NOT NULL,
  page              bigint NOT NULL,
  found             bigint NOT NULL,
  duplicates        bigint NOT NULL,
  refused_by_reason jsonb  NOT NULL,
  PRIMARY KEY (job_id, log_offset)
);
COMMENT ON TABLE social_discovery_part IS 'Parts of pages; read social_discovery_pages.';

-- Each person a job passed on, once, however often discovery passed them on.
CREATE TABLE social_discovery_find (
  job_id       text   NOT NULL,
  profile_id   uuid   NOT NULL,
  workspace_id text   NOT NULL,
  page         bigint NOT NULL,
  outcome      text   NOT NULL
    CHECK (outcome IN ('new', 'refreshed', 'unchanged', 'suppressed', 'erased', 'unknown')),
  PRIMARY KEY (job_id, profile_id)
);
COMMENT ON TABLE social_discovery_find IS 'What people found turned out to be, as profile-processor decided.';

-- The finds of each job, counted as they come in.
CREATE TABLE social_discovery_tally (
  job_id  text   NOT NULL,
  outcome text   NOT NULL,
  people  bigint NOT NULL,
  PRIMARY KEY (job_id, outcome)
) WITH (fillfactor = 50);
COMMENT ON TABLE social_discovery_tally IS 'Counts behind social_discovery_jobs.';

-- {"A": 1} and {"A": 2, "B": 3} make {"A": 3, "B": 3}.
CREATE FUNCTION social_add_counts(these jsonb, those jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(reason, count), '{}')
  FROM (
    SELECT key AS reason, sum(value::bigint) AS count
    FROM (SELECT * FROM jsonb_each_text(these) UNION ALL SELECT * FROM jsonb_each_text(those)) AS lines
    GROUP BY key
  ) AS sums
$$;

CREATE VIEW social_discovery_jobs AS
SELECT job.job_id, job.workspace_id, job.platform, job.source, job.categories, job.locations,
  job.keywords, job.max_profiles, job.requested_by, job.status, job.found,
  coalesce(finds.new_people, 0) AS new_people, coalesce(finds.known_people, 0) AS known_people,
  job.duplicates, job.refused + coalesce(finds.refused, 0) AS refused,
  CASE WHEN finds.refused > 0
    THEN social_add_counts(job.refused_by_reason, finds.refused_by_reason)
    ELSE job.refused_by_reason
  END AS refused_by_reason,
  job.pages, job.reason_code, job.reason, job.waits_until, job.started_at, job.updated_at,
  job.finished_at, job.log_offset
FROM social_discovery_job AS job
LEFT JOIN LATERAL (
  SELECT
    sum(people) FILTER (WHERE outcome = 'new')::bigint AS new_people,
    sum(people) FILTER (WHERE outcome IN ('refreshed', 'unchanged'))::bigint AS known_people,
    sum(people) FILTER (WHERE outcome IN ('suppressed', 'erased'))::bigint AS refused,
    jsonb_object_agg(upper(outcome), people) FILTER (WHERE outcome IN ('suppressed', 'erased'))
      AS refused_by_reason
  FROM social_discovery_tally AS tally
  WHERE tally.job_id = job.job_id
) AS finds ON true;

COMMENT ON VIEW social_discovery_jobs IS 'What became of every request to find people.';
COMMENT ON COLUMN social_discovery_jobs.job_id IS 'Names the job.';
COMMENT ON COLUMN social_discovery_jobs.workspace_id IS 'Who asked.';
COMMENT ON COLUMN social_discovery_jobs.platform IS 'Where people are looked for.';
COMMENT ON COLUMN social_discovery_jobs.source IS 'topic, table, http or file.';
COMMENT ON COLUMN social_discovery_jobs.categories IS 'Categories asked for.';
COMMENT ON COLUMN social_discovery_jobs.locations IS 'Places asked for.';
COMMENT ON COLUMN social_discovery_jobs.keywords IS 'Words asked for.';
COMMENT ON COLUMN social_discovery_jobs.max_profiles IS 'At most so many people.';
COMMENT ON COLUMN social_discovery_jobs.requested_by IS 'By whom.';
COMMENT ON COLUMN social_discovery_jobs.status IS
  'running, waiting, paused, completed, failed or cancelled.';
COMMENT ON COLUMN social_discovery_jobs.found IS
  'Results passed on. After a crash a person may be among them twice; new and known people are not.';
COMMENT ON COLUMN social_discovery_jobs.new_people IS
  'People nobody knew before, each once. Follows found within moments.';
COMMENT ON COLUMN social_discovery_jobs.known_people IS
  'People known before this job, each once.';
COMMENT ON COLUMN social_discovery_jobs.duplicates IS
  'Results that named a person found before in this job.';
COMMENT ON COLUMN social_discovery_jobs.refused IS 'Rows or results refused.';
COMMENT ON COLUMN social_discovery_jobs.refused_by_reason IS 'Refused by reason code, as JSON.';
COMMENT ON COLUMN social_discovery_jobs.pages IS 'Pages read.';
COMMENT ON COLUMN social_discovery_jobs.reason_code IS
  'Why it waits or failed, as a stable code.';
COMMENT ON COLUMN social_discovery_jobs.reason IS 'The same in words.';
COMMENT ON COLUMN social_discovery_jobs.waits_until IS 'Until when it waits at least.';
COMMENT ON COLUMN social_discovery_jobs.started_at IS 'When it began.';
COMMENT ON COLUMN social_discovery_jobs.updated_at IS 'When something last happened.';
COMMENT ON COLUMN social_discovery_jobs.finished_at IS 'When it was over.';
COMMENT ON COLUMN social_discovery_jobs.log_offset IS 'Place in the log of its newest event.';

CREATE VIEW social_discovery_pages AS
SELECT job_id, workspace_id, page,
  coalesce(sum(count) FILTER (WHERE kind = 'found'), 0)::bigint AS found,
  coalesce(sum(count) FILTER (WHERE kind = 'new'), 0)::bigint AS new_people,
  coalesce(sum(count) FILTER (WHERE kind = 'known'), 0)::bigint AS known_people,
  coalesce(sum(count) FILTER (WHERE kind = 'duplicate'), 0)::bigint AS duplicates,
  coalesce(sum(count) FILTER (WHERE kind = 'refused'), 0)::bigint AS refused,
  coalesce(jsonb_object_agg(reason, count) FILTER (WHERE kind = 'refused'), '{}')
    AS refused_by_reason
FROM (
  SELECT job_id, workspace_id, page, kind, reason, sum(count)::bigint AS count
  FROM (
    SELECT job_id, workspace_id, page, 'found' AS kind, '' AS reason, found AS count
    FROM social_discovery_part
    UNION ALL
    SELECT job_id, workspace_id, page, 'duplicate', '', duplicates FROM social_discovery_part
    UNION ALL
    SELECT job_id, workspace_id, page, 'refused', refused.key, refused.value::bigint
    FROM social_discovery_part, jsonb_each_text(refused_by_reason) AS refused
    UNION ALL
    SELECT job_id, workspace_id, page,
      CASE
        WHEN outcome = 'new' THEN 'new'
        WHEN outcome IN ('suppressed', 'erased') THEN 'refused'
        ELSE 'known'
      END,
      CASE WHEN outcome IN ('suppressed', 'erased') THEN upper(outcome) ELSE '' END,
      1
    FROM social_discovery_find
  ) AS lines
  GROUP BY job_id, workspace_id, page, kind, reason
) AS sums
GROUP BY job_id, workspace_id, page;

COMMENT ON VIEW social_discovery_pages IS 'What each page of a job brought.';
COMMENT ON COLUMN social_discovery_pages.job_id IS 'The job.';
COMMENT ON COLUMN social_discovery_pages.workspace_id IS 'Who asked.';
COMMENT ON COLUMN social_discovery_pages.page IS 'Number of the page, from 1; 0 where nobody told it.';
COMMENT ON COLUMN social_discovery_pages.found IS 'Results passed on.';
COMMENT ON COLUMN social_discovery_pages.new_people IS 'People nobody knew before, each once.';
COMMENT ON COLUMN social_discovery_pages.known_people IS 'People known before this job, each once.';
COMMENT ON COLUMN social_discovery_pages.duplicates IS
  'Results that named a person found before in this job.';
COMMENT ON COLUMN social_discovery_pages.refused IS 'Results refused.';
COMMENT ON COLUMN social_discovery_pages.refused_by_reason IS 'Refused by reason code, as JSON.';

-- The reader reads the views, as before.
CREATE OR REPLACE FUNCTION social_grant_reader() RETURNS boolean
  LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'social_reader') THEN
    CREATE ROLE social_reader NOLOGIN;
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO social_reader', current_schema());
  REVOKE ALL ON social_discovery_job FROM social_reader;
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
    social_discovery_pages,
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
