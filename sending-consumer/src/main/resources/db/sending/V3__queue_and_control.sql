-- What the sender shows of its queue, and the few things it takes orders on. Others read the views
-- and call the functions below; the tables behind them are the sender's own.

ALTER TABLE social_send_accounts
  ADD COLUMN paused_reason text,
  ADD COLUMN since timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN risk_accepted_by text,
  ADD COLUMN risk_accepted_at timestamptz;
COMMENT ON COLUMN social_send_accounts.since IS 'When the sender met the account; an account grows into its limits.';

COMMENT ON COLUMN social_send_accounts.risk_accepted_by IS 'Who has accepted that a third party sends for the account.';

ALTER TABLE social_send_ledger
  ADD COLUMN time_zone text,
  ADD COLUMN clicked_at timestamptz;
COMMENT ON COLUMN social_send_ledger.clicked_at IS 'When a person last clicked to have this message sent.';
COMMENT ON COLUMN social_send_ledger.time_zone IS 'Where the recipient is, as an IANA zone; null where nobody knows.';

-- While its one row is there nothing leaves at all.
CREATE TABLE social_send_stop (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  paused_by text NOT NULL,
  paused_at timestamptz NOT NULL,
  reason text
);

-- When each message that waits is expected to leave, and which rule decides it.
CREATE TABLE social_send_forecast (
  message_id text PRIMARY KEY,
  place integer NOT NULL,
  route text NOT NULL,
  reason_code text,
  reason text,
  used integer,
  allowed integer,
  within_seconds bigint,
  predicted_at timestamptz
);

-- How much of each limit of each account is used.
CREATE TABLE social_send_gauges (
  platform text NOT NULL,
  account text NOT NULL,
  route text NOT NULL,
  message_type text NOT NULL,
  within_seconds bigint NOT NULL,
  used integer NOT NULL,
  allowed integer NOT NULL,
  ultimately integer NOT NULL,
  next_free_at timestamptz,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (platform, account, route, message_type, within_seconds)
);
COMMENT ON COLUMN social_send_gauges.message_type IS 'ALL, or the only type that counts.';
COMMENT ON COLUMN social_send_gauges.ultimately IS 'What is allowed once the account has grown into it.';

CREATE VIEW social_send_queue AS
SELECT
  l.message_id, l.workspace_id, l.profile_id, l.platform, l.account, l.step, l.message_type,
  CASE l.state
    WHEN 'READY' THEN 'waiting'
    WHEN 'CLAIMED' THEN 'sending'
    WHEN 'WRITING' THEN 'sending'
    WHEN 'UNKNOWN' THEN 'checking'
    WHEN 'WAITING_PERSON' THEN 'waiting_manual'
    ELSE 'unconfirmed'
  END AS state,
  CASE WHEN l.state = 'READY' THEN f.place END AS place,
  COALESCE(CASE WHEN l.state = 'READY' THEN f.route END, l.route) AS route,
  CASE WHEN l.state = 'READY' AND f.message_id IS NOT NULL THEN f.reason_code
    ELSE l.reason_code END AS reason_code,
  CASE WHEN l.state = 'READY' AND f.message_id IS NOT NULL THEN f.reason
    ELSE l.reason END AS reason,
  CASE WHEN l.state = 'READY' THEN f.used END AS used,
  CASE WHEN l.state = 'READY' THEN f.allowed END AS allowed,
  CASE WHEN l.state = 'READY' THEN f.within_seconds END AS within_seconds,
  CASE WHEN l.state = 'READY' THEN f.predicted_at END AS predicted_at,
  l.approved_at, l.expires_at, l.window_open_until, l.time_zone
FROM social_send_ledger AS l
LEFT JOIN social_send_forecast AS f USING (message_id)
WHERE l.state IN ('READY', 'CLAIMED', 'WRITING', 'UNKNOWN', 'WAITING_PERSON', 'QUARANTINED');
COMMENT ON VIEW social_send_queue IS 'Every message that is not over and done with, and why it has not left.';

CREATE VIEW social_send_account_states AS
SELECT
  a.platform, a.account, a.since, a.paused_by, a.paused_at, a.paused_reason,
  a.risk_accepted_by, a.risk_accepted_at,
  CASE WHEN a.held_until > clock_timestamp() THEN a.held_code END AS held_code,
  CASE WHEN a.held_until > clock_timestamp() THEN a.held_reason END AS held_reason,
  CASE WHEN a.held_until > clock_timestamp() AND a.held_until < '9999-01-01 00:00:00+00'
    THEN a.held_until END AS held_until,
  a.held_until > clock_timestamp() AND a.held_code = 'POLICY_BLOCK' AS alert,
  (SELECT count(*) FROM social_send_ledger AS l
    WHERE l.platform = a.platform AND l.account = a.account AND l.state = 'READY') AS waiting
FROM social_send_accounts AS a;
COMMENT ON VIEW social_send_account_states IS 'What each account may do now; held without an end means until it is resumed.';

-- Lets nothing leave an account; an account without a platform is every account of that name.
-- Returns how many accounts that are.
CREATE FUNCTION social_send_pause(
  platform_ text, account_ text, by_ text, reason_ text, at_ timestamptz)
RETURNS bigint LANGUAGE sql AS $$
  WITH paused AS (
    UPDATE social_send_accounts SET paused_by = by_, paused_at = at_, paused_reason = reason_
    WHERE account = account_ AND (platform_ IS NULL OR platform = platform_)
    RETURNING 1)
  SELECT count(*) FROM paused
$$;

-- Lifts pause and hold; what waited for the account looks at its turn again.
CREATE FUNCTION social_send_resume(platform_ text, account_ text)
RETURNS bigint LANGUAGE sql AS $$
  WITH resumed AS (
    UPDATE social_send_accounts SET paused_by = NULL, paused_at = NULL, paused_reason = NULL,
      held_until = NULL, held_code = NULL, held_reason = NULL
    WHERE account = account_ AND (platform_ IS NULL OR platform = platform_)
    RETURNING platform, account),
  woken AS (
    UPDATE social_send_ledger AS l SET not_before = l.approved_at
    FROM resumed AS r
    WHERE l.platform = r.platform AND l.account = r.account AND l.state = 'READY'
      AND l.reason_code IS NOT NULL
      AND l.reason_code NOT IN ('LIMIT', 'MINIMUM_GAP', 'QUIET_HOURS', 'PERSON_LIMIT')
    RETURNING 1)
  SELECT count(*) FROM resumed
$$;

-- Lets nothing leave at all, also from accounts nobody knows yet.
CREATE FUNCTION social_send_pause_all(by_ text, reason_ text, at_ timestamptz)
RETURNS void LANGUAGE sql AS $$
  INSERT INTO social_send_stop (paused_by, paused_at, reason) VALUES (by_, at_, reason_)
  ON CONFLICT (one) DO UPDATE SET
    paused_by = excluded.paused_by, paused_at = excluded.paused_at, reason = excluded.reason
$$;

-- Lifts that; accounts that are paused or held by themselves stay so. False where nothing was.
CREATE FUNCTION social_send_resume_all()
RETURNS boolean LANGUAGE sql AS $$
  WITH lifted AS (DELETE FROM social_send_stop RETURNING 1),
  woken AS (
    UPDATE social_send_ledger SET not_before = approved_at
    WHERE state = 'READY' AND reason_code = 'ALL_PAUSED' AND EXISTS (SELECT FROM lifted)
    RETURNING 1)
  SELECT EXISTS (SELECT FROM lifted)
$$;
