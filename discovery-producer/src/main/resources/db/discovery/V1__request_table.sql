-- The way in for backends that know SQL and no Kafka: a row inserted here becomes a discovery job.
-- It is not part of the read model: what became of the job is told by social_discovery_jobs, whose
-- job_id is the id of the row as text.
--
-- Columns are lenient on purpose: a wrong row ends as a failed job with its reason, which its
-- writer can read, instead of a transaction of the writer's that fails.
CREATE TABLE social_discovery_requests (
    id             uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    workspace_id   text,
    platform       text,
    categories     text[],
    locations      text[],
    keywords       text[],
    handles        text[],
    max_profiles   integer,
    requested_by   text,
    correlation_id text,
    inserted_at    timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE social_discovery_requests IS
    'Append-only: every row is captured once and becomes the discovery job of the same id';
COMMENT ON COLUMN social_discovery_requests.id IS
    'The job''s id; a writer that gives its own may insert again after a doubt and meets a conflict';
COMMENT ON COLUMN social_discovery_requests.workspace_id IS 'Whose people these are; default where null';
COMMENT ON COLUMN social_discovery_requests.platform IS 'linkedin, instagram, tiktok or facebook';
COMMENT ON COLUMN social_discovery_requests.handles IS 'Handles or profile addresses to look up directly';
COMMENT ON COLUMN social_discovery_requests.max_profiles IS 'Stop after so many people, 1 to 100000; 100 where null';

-- An update would change nothing that was captured already, so it is refused instead of ignored.
-- Rows may be deleted: they hold handles, and their job is in the log by then.
CREATE FUNCTION social_discovery_requests_refuse_update() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'social_discovery_requests is append-only: insert another row instead'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER social_discovery_requests_append_only
    BEFORE UPDATE ON social_discovery_requests
    FOR EACH ROW EXECUTE FUNCTION social_discovery_requests_refuse_update();

-- One row for the replication slot, written when the slot was made: a slot that is gone although
-- this row is here was lost, and rows may have been lost with it. Its heartbeat moves the slot on
-- while nobody inserts requests, so that an idle table does not hold the log of a busy database.
CREATE TABLE social_discovery_capture (
    slot_name  text        PRIMARY KEY,
    made_at    timestamptz NOT NULL DEFAULT now(),
    beat_at    timestamptz NOT NULL DEFAULT now()
);

CREATE PUBLICATION social_discovery_requests
    FOR TABLE social_discovery_requests, social_discovery_capture
    WITH (publish = 'insert, update');
