-- What platforms report of conversations. One row per event is at once the inbox (kept before the
-- platform gets its 200), the memory by which a repetition is known, and the place where messages
-- wait whose writer nobody knows yet. Only pipeline-api writes here.
CREATE TABLE social_inbound_events (
  event_id uuid PRIMARY KEY,
  workspace_id text NOT NULL,
  platform text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'echo', 'delivered', 'read')),
  source text NOT NULL CHECK (source IN ('webhook', 'poll')),
  account_id text NOT NULL,
  address text,
  username text,
  thread_id text,
  message_ids text[] NOT NULL,
  body text,
  happened_at timestamptz NOT NULL,
  up_to timestamptz,
  window_open_until timestamptz,
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'new'
    CHECK (state IN ('new', 'waiting', 'applied', 'refused', 'dismissed')),
  profile_id uuid,
  handle_id uuid,
  reason_code text,
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  settled_at timestamptz,
  CHECK ((settled_at IS NULL) = (state IN ('new', 'waiting'))),
  CHECK (settled_at IS NULL OR (address IS NULL AND username IS NULL AND body IS NULL))
);
COMMENT ON TABLE social_inbound_events IS 'What platforms reported, each event once.';
COMMENT ON COLUMN social_inbound_events.event_id IS 'Follows from workspace, platform and the id the platform gave.';
COMMENT ON COLUMN social_inbound_events.state IS 'new: to be worked on. waiting: nobody we know wrote it. The others are over, and their words are forgotten.';
COMMENT ON COLUMN social_inbound_events.profile_id IS 'Whose it is, where known or said by an operator.';
COMMENT ON COLUMN social_inbound_events.handle_id IS 'The id a person of this handle has, known or not.';
CREATE INDEX social_inbound_events_due ON social_inbound_events (next_try_at)
  WHERE state = 'new';
CREATE INDEX social_inbound_events_waiting ON social_inbound_events
  (workspace_id, received_at DESC, event_id DESC) WHERE state = 'waiting';
CREATE INDEX social_inbound_events_settled ON social_inbound_events (settled_at)
  WHERE settled_at IS NOT NULL;

-- Whose address or conversation it is, learned from what was applied.
CREATE TABLE social_inbound_addresses (
  workspace_id text NOT NULL,
  platform text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('address', 'thread')),
  value text NOT NULL,
  profile_id uuid NOT NULL,
  learned_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, platform, kind, value)
);
CREATE INDEX social_inbound_addresses_person ON social_inbound_addresses (profile_id);

-- How far each account's conversations have been read by asking for them.
CREATE TABLE social_inbound_polls (
  platform text PRIMARY KEY,
  read_up_to timestamptz NOT NULL,
  next_poll_at timestamptz NOT NULL
);
