-- The send ledger: one row per message, from its approval to its end.
CREATE SEQUENCE social_send_fence;

CREATE TABLE social_send_ledger (
  message_id text PRIMARY KEY,
  order_id text NOT NULL,
  workspace_id text NOT NULL,
  profile_id text NOT NULL,
  step integer NOT NULL CHECK (step >= 0),
  correlation_id text NOT NULL,
  platform text NOT NULL,
  account text NOT NULL,
  message_type text NOT NULL,
  recipient text NOT NULL,
  address_known boolean NOT NULL,
  username text NOT NULL,
  profile_url text,
  body text NOT NULL,
  fingerprint text NOT NULL,
  thread_id text,
  window_open_until timestamptz,
  approved_at timestamptz NOT NULL,
  approved_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'READY' CHECK (state IN (
    'READY', 'CLAIMED', 'WRITING', 'UNKNOWN', 'SENT', 'FAILED', 'QUARANTINED', 'CANCELLED',
    'WAITING_PERSON', 'EXPIRED')),
  attempt integer NOT NULL DEFAULT 0,
  writes integer NOT NULL DEFAULT 0,
  fence bigint NOT NULL DEFAULT 0,
  in_doubt boolean NOT NULL DEFAULT false,
  look_first boolean NOT NULL DEFAULT false,
  cancel_code text,
  cancel_reason text,
  lease_until timestamptz,
  not_before timestamptz NOT NULL,
  write_at timestamptz,
  route text,
  platform_message_id text,
  sent_text text,
  sent_at timestamptz,
  reason_code text,
  reason text,
  waiting_until timestamptz,
  changed_at timestamptz NOT NULL,
  UNIQUE (profile_id, step),
  CHECK ((cancel_code IS NULL) = (cancel_reason IS NULL)),
  CHECK (state <> 'SENT' OR (sent_at IS NOT NULL AND route IS NOT NULL)),
  CHECK (state NOT IN ('CLAIMED', 'WRITING') OR lease_until IS NOT NULL),
  CHECK (state <> 'WRITING' OR write_at IS NOT NULL)
);
COMMENT ON TABLE social_send_ledger IS 'Every message we were told to send, and where it stands.';
COMMENT ON COLUMN social_send_ledger.attempt IS 'How often it was claimed or handed over.';
COMMENT ON COLUMN social_send_ledger.writes IS 'How often a byte may have left.';
COMMENT ON COLUMN social_send_ledger.fence IS 'Number of the latest claim; an older one is a zombie.';
COMMENT ON COLUMN social_send_ledger.in_doubt IS 'An earlier attempt may have been carried out.';
COMMENT ON COLUMN social_send_ledger.look_first IS 'Ask the platform for the message before sending.';
COMMENT ON COLUMN social_send_ledger.cancel_code IS 'Set where it was taken back while a byte may have left.';
COMMENT ON COLUMN social_send_ledger.write_at IS 'Committed immediately before the first byte leaves.';

CREATE INDEX social_send_ledger_ready ON social_send_ledger (platform, account, not_before)
  WHERE state = 'READY';
CREATE INDEX social_send_ledger_leases ON social_send_ledger (lease_until)
  WHERE state IN ('CLAIMED', 'WRITING');
CREATE INDEX social_send_ledger_unknown ON social_send_ledger (not_before) WHERE state = 'UNKNOWN';
CREATE INDEX social_send_ledger_person ON social_send_ledger (expires_at)
  WHERE state = 'WAITING_PERSON';

-- What an account may do now; the row is locked while its claims are decided.
CREATE TABLE social_send_accounts (
  platform text NOT NULL,
  account text NOT NULL,
  held_until timestamptz,
  held_code text,
  held_reason text,
  paused_by text,
  paused_at timestamptz,
  PRIMARY KEY (platform, account)
);
COMMENT ON COLUMN social_send_accounts.held_until IS 'Nothing leaves before; infinity means until resumed.';

-- One row per attempt that may count against a limit.
CREATE TABLE social_send_slots (
  message_id text NOT NULL,
  attempt integer NOT NULL,
  platform text NOT NULL,
  account text NOT NULL,
  lane text NOT NULL,
  message_type text NOT NULL,
  taken_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (message_id, attempt)
);
COMMENT ON COLUMN social_send_slots.ended_at IS 'When the platform had answered at the latest; null while it may still get it.';
CREATE INDEX social_send_slots_recent ON social_send_slots
  (platform, account, lane, (COALESCE(ended_at, 'infinity'::timestamptz)) DESC);

-- Whom nothing must be sent to any more.
CREATE TABLE social_send_suppressions (
  workspace_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PERSON', 'HANDLE')),
  value text NOT NULL,
  reason_code text NOT NULL,
  reason text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind, value)
);
COMMENT ON COLUMN social_send_suppressions.value IS 'PERSON: profile id. HANDLE: platform:username, lower case.';

-- Results on their way to the topic, in the order they were decided.
CREATE TABLE social_send_outbox (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id text NOT NULL UNIQUE,
  message_id text NOT NULL,
  order_id text NOT NULL,
  workspace_id text NOT NULL,
  profile_id text NOT NULL,
  correlation_id text NOT NULL,
  attempt integer NOT NULL,
  outcome text NOT NULL,
  reason_code text,
  reason text,
  route text,
  platform_message_id text,
  thread_id text,
  sent_text text,
  happened_at timestamptz,
  link text,
  reconciled boolean NOT NULL DEFAULT false,
  occurred_at timestamptz NOT NULL,
  published_at timestamptz
);
CREATE INDEX social_send_outbox_unpublished ON social_send_outbox (sequence)
  WHERE published_at IS NULL;

-- One receipt per message that came to an end, chained per account.
CREATE TABLE social_send_receipts (
  platform text NOT NULL,
  account text NOT NULL,
  sequence bigint NOT NULL,
  message_id text NOT NULL,
  order_id text NOT NULL,
  attempt integer NOT NULL,
  state text NOT NULL,
  route text,
  platform_message_id text,
  thread_id text,
  fingerprint text NOT NULL,
  reason_code text,
  recorded_at timestamptz NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (platform, account, sequence)
);

-- The end of each chain; the row is locked while receipts are added.
CREATE TABLE social_send_chains (
  platform text NOT NULL,
  account text NOT NULL,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (platform, account)
);

-- How far each partition of the tasks has become rows here.
CREATE TABLE social_send_offsets (
  topic text NOT NULL,
  partition integer NOT NULL,
  next_offset bigint NOT NULL,
  owner_epoch bigint NOT NULL,
  PRIMARY KEY (topic, partition)
);
