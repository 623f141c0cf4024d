-- Tables behind the public views. Only status-projector writes them.
--
-- What comes from the log of profile events exists once per generation: a rebuild fills a new
-- generation beside the live one and a change of one row in social_generation makes readers see
-- it. What the log forgets after a while (jobs, replays) exists once and is never rebuilt.
--
-- No foreign keys: rows arrive in the order of their own partition, not in ours.

CREATE TYPE social_platform AS ENUM ('linkedin', 'instagram', 'tiktok', 'facebook', 'unknown');
CREATE TYPE social_discovery_status AS ENUM ('discovered', 'reviewed', 'qualified', 'rejected');
CREATE TYPE social_outreach_status AS ENUM (
  'not_started', 'drafting', 'drafted', 'queued', 'sent',
  'replied', 'failed', 'unconfirmed', 'opted_out', 'exhausted');
CREATE TYPE social_message_type AS ENUM ('initial', 'follow_up');
CREATE TYPE social_message_status AS ENUM (
  'drafted', 'queued', 'waiting_manual', 'sent', 'failed', 'unconfirmed', 'cancelled', 'discarded');
CREATE TYPE social_send_route AS ENUM ('official_api', 'manual', 'third_party');
CREATE TYPE social_job_status AS ENUM ('running', 'waiting', 'completed', 'failed', 'cancelled');
CREATE TYPE social_actor_kind AS ENUM ('person', 'rule', 'platform', 'system');

-- Events carry milliseconds since 1970; a double holds every such time to the microsecond.
CREATE FUNCTION social_time(milliseconds bigint) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN timestamptz 'epoch' + milliseconds * interval '1 millisecond';

CREATE TABLE social_generation (
  generation   smallint    PRIMARY KEY,
  state        text        NOT NULL CHECK (state IN ('building', 'live', 'retired')),
  created_at   timestamptz NOT NULL DEFAULT now(),
  went_live_at timestamptz
);
CREATE UNIQUE INDEX social_generation_one_live ON social_generation ((true)) WHERE state = 'live';

CREATE TABLE social_profile (
  profile_id        uuid                    NOT NULL,
  generation        smallint                NOT NULL,
  kafka_partition   integer                 NOT NULL,
  workspace_id      text                    NOT NULL,
  platform          social_platform         NOT NULL,
  username          text                    NOT NULL,
  external_id       text,
  full_name         text,
  bio               text,
  category          text,
  location          text,
  profile_url       text,
  website           text,
  followers         bigint,
  following         bigint,
  posts             bigint,
  average_likes     double precision,
  average_comments  double precision,
  engagement_score  double precision,
  engagement_reason text,
  engagement        jsonb,
  verified          boolean,
  language          text,
  last_post_at      timestamptz,
  source            text                    NOT NULL,
  collected_at      timestamptz             NOT NULL,
  discovery_status  social_discovery_status NOT NULL,
  outreach_status   social_outreach_status  NOT NULL,
  follow_ups_sent   integer                 NOT NULL,
  follow_ups_left   integer                 NOT NULL,
  last_contacted_at timestamptz,
  replied_at        timestamptz,
  window_open_until timestamptz,
  erased            boolean                 NOT NULL,
  version           bigint                  NOT NULL,
  discovered_at     timestamptz             NOT NULL,
  updated_at        timestamptz             NOT NULL,
  PRIMARY KEY (profile_id, generation)
) PARTITION BY LIST (generation);

CREATE TABLE social_message (
  message_id          uuid                  NOT NULL,
  generation          smallint              NOT NULL,
  kafka_partition     integer               NOT NULL,
  profile_id          uuid                  NOT NULL,
  workspace_id        text                  NOT NULL,
  platform            social_platform       NOT NULL,
  step                integer               NOT NULL,
  message_type        social_message_type   NOT NULL,
  status              social_message_status NOT NULL,
  draft_body          text,
  sent_body           text,
  fingerprint         text,
  account             text                  NOT NULL,
  recipient           text                  NOT NULL,
  thread_id           text,
  platform_message_id text,
  route               social_send_route,
  drafter             text,
  model               text,
  prompt_version      text,
  language            text,
  checks              jsonb                 NOT NULL,
  edited              boolean               NOT NULL,
  reason_code         text,
  reason              text,
  waits_until         timestamptz,
  link                text,
  drafted_at          timestamptz,
  approved_at         timestamptz,
  approved_by         text,
  sent_at             timestamptz,
  version             bigint                NOT NULL,
  created_at          timestamptz           NOT NULL,
  updated_at          timestamptz           NOT NULL,
  PRIMARY KEY (message_id, generation)
) PARTITION BY LIST (generation);

CREATE TABLE social_timeline_entry (
  profile_id     uuid              NOT NULL,
  version        bigint            NOT NULL,
  generation     smallint          NOT NULL,
  workspace_id   text              NOT NULL,
  occurred_at    timestamptz       NOT NULL,
  event_id       text              NOT NULL,
  event          text              NOT NULL,
  actor_kind     social_actor_kind NOT NULL,
  actor          text              NOT NULL,
  message_id     uuid,
  reason_code    text,
  reason         text,
  body           text,
  details        jsonb             NOT NULL,
  causation_id   text,
  correlation_id text              NOT NULL,
  PRIMARY KEY (profile_id, version, generation)
) PARTITION BY LIST (generation);

-- How many people stand where, kept by exact differences in the transaction that changes the rows.
-- One row per Kafka partition, so that several projectors never wait for each other.
CREATE TABLE social_tally (
  generation      smallint        NOT NULL,
  workspace_id    text            NOT NULL,
  platform        social_platform NOT NULL,
  kafka_partition integer         NOT NULL,
  people          bigint          NOT NULL DEFAULT 0,
  discovered      bigint          NOT NULL DEFAULT 0,
  reviewed        bigint          NOT NULL DEFAULT 0,
  qualified       bigint          NOT NULL DEFAULT 0,
  rejected        bigint          NOT NULL DEFAULT 0,
  not_started     bigint          NOT NULL DEFAULT 0,
  drafting        bigint          NOT NULL DEFAULT 0,
  drafted         bigint          NOT NULL DEFAULT 0,
  queued          bigint          NOT NULL DEFAULT 0,
  sent            bigint          NOT NULL DEFAULT 0,
  replied         bigint          NOT NULL DEFAULT 0,
  failed          bigint          NOT NULL DEFAULT 0,
  unconfirmed     bigint          NOT NULL DEFAULT 0,
  opted_out       bigint          NOT NULL DEFAULT 0,
  exhausted       bigint          NOT NULL DEFAULT 0,
  followup_ready  bigint          NOT NULL DEFAULT 0,
  waiting_manual  bigint          NOT NULL DEFAULT 0,
  PRIMARY KEY (generation, workspace_id, platform, kafka_partition)
) WITH (fillfactor = 50);

-- Where each projection stands in the log, who may write it, and up to when follow-ups are counted.
-- Streams the log forgets have generation 0.
CREATE TABLE social_offset (
  generation      smallint    NOT NULL,
  stream          text        NOT NULL,
  kafka_partition integer     NOT NULL,
  next_offset     bigint      NOT NULL,
  owner_epoch     bigint      NOT NULL,
  owner           text        NOT NULL,
  ready_before    timestamptz NOT NULL DEFAULT '-infinity',
  applied_at      timestamptz,
  ticked_at       timestamptz,
  end_offset      bigint,
  end_seen_at     timestamptz,
  PRIMARY KEY (generation, stream, kafka_partition)
) WITH (fillfactor = 50);

CREATE TABLE social_discovery_jobs (
  job_id            text              PRIMARY KEY,
  workspace_id      text              NOT NULL,
  platform          text              NOT NULL,
  source            text              NOT NULL,
  categories        text[]            NOT NULL,
  locations         text[]            NOT NULL,
  keywords          text[]            NOT NULL,
  max_profiles      integer           NOT NULL,
  requested_by      text              NOT NULL,
  status            social_job_status NOT NULL,
  found             bigint            NOT NULL,
  duplicates        bigint            NOT NULL,
  refused           bigint            NOT NULL,
  refused_by_reason jsonb             NOT NULL,
  pages             bigint            NOT NULL,
  reason_code       text,
  reason            text,
  waits_until       timestamptz,
  started_at        timestamptz       NOT NULL,
  updated_at        timestamptz       NOT NULL,
  finished_at       timestamptz,
  log_offset        bigint            NOT NULL
);
CREATE INDEX social_discovery_jobs_newest
  ON social_discovery_jobs (workspace_id, started_at DESC, job_id DESC);

CREATE TABLE social_replays (
  replay_id      text                NOT NULL,
  draft_id       text                NOT NULL,
  workspace_id   text                NOT NULL,
  profile_id     uuid                NOT NULL,
  message_id     uuid                NOT NULL,
  message_type   social_message_type NOT NULL,
  step           integer             NOT NULL,
  written        boolean             NOT NULL,
  body           text,
  language       text,
  drafter        text,
  model          text,
  prompt_version text,
  checks         jsonb               NOT NULL,
  input_tokens   bigint              NOT NULL,
  output_tokens  bigint              NOT NULL,
  cost_micros    bigint              NOT NULL,
  reason_code    text,
  reason         text,
  occurred_at    timestamptz         NOT NULL,
  log_offset     bigint              NOT NULL,
  PRIMARY KEY (replay_id, draft_id)
);
CREATE INDEX social_replays_of_profile ON social_replays (profile_id);

-- A place for one more generation: tables named ..._g1, ..._g2 and so on.
CREATE FUNCTION social_create_generation(new_generation smallint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TABLE social_profile_g%1$s PARTITION OF social_profile FOR VALUES IN (%1$s)
       WITH (fillfactor = 85)', new_generation);
  EXECUTE format(
    'CREATE INDEX social_profile_g%1$s_discovery ON social_profile_g%1$s
       (workspace_id, discovery_status, discovered_at, profile_id)', new_generation);
  EXECUTE format(
    'CREATE INDEX social_profile_g%1$s_outreach ON social_profile_g%1$s
       (workspace_id, outreach_status, discovered_at, profile_id)', new_generation);
  -- The due times of follow-ups: what a tick of the clock reads, and nothing else.
  EXECUTE format(
    'CREATE INDEX social_profile_g%1$s_due ON social_profile_g%1$s
       (kafka_partition, last_contacted_at) INCLUDE (workspace_id, platform)
       WHERE outreach_status = ''sent'' AND follow_ups_left > 0', new_generation);
  EXECUTE format(
    'CREATE TABLE social_message_g%1$s PARTITION OF social_message FOR VALUES IN (%1$s)
       WITH (fillfactor = 85)', new_generation);
  EXECUTE format(
    'CREATE INDEX social_message_g%1$s_profile ON social_message_g%1$s (profile_id)',
    new_generation);
  EXECUTE format(
    'CREATE INDEX social_message_g%1$s_status ON social_message_g%1$s
       (workspace_id, status, created_at, message_id)', new_generation);
  EXECUTE format(
    'CREATE TABLE social_timeline_entry_g%1$s PARTITION OF social_timeline_entry
       FOR VALUES IN (%1$s)', new_generation);
END
$$;

SELECT social_create_generation(1::smallint);
INSERT INTO social_generation (generation, state, went_live_at) VALUES (1, 'live', now());
