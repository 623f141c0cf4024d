-- Whom nothing must be sent to any more may be everybody of one domain, too.
ALTER TABLE social_send_ledger ADD COLUMN domain text;
COMMENT ON COLUMN social_send_ledger.domain IS 'Host of the website the recipient links to, lower case, without www.';
ALTER TABLE social_send_suppressions DROP CONSTRAINT social_send_suppressions_kind_check;
ALTER TABLE social_send_suppressions
  ADD CONSTRAINT social_send_suppressions_kind_check CHECK (kind IN ('PERSON', 'HANDLE', 'DOMAIN'));
COMMENT ON COLUMN social_send_suppressions.value IS
  'PERSON: profile id. HANDLE: platform:username, lower case. DOMAIN: host, lower case; holds for hosts below it, too.';

-- A host and every domain it lies in: a.b.c gives a.b.c, b.c and c.
CREATE FUNCTION social_send_domains(host_ text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(array_to_string(parts[place:], '.'))
  FROM (SELECT string_to_array(host_, '.') AS parts) AS host, generate_subscripts(parts, 1) AS place
$$;

CREATE VIEW social_send_suppression_list AS
SELECT workspace_id, lower(kind) AS kind, value, reason_code, reason, since
FROM social_send_suppressions;

-- Suppresses somebody from the next claim and the next write mark on; false where it was so already.
CREATE FUNCTION social_send_suppress(
  workspace_ text, kind_ text, value_ text, code_ text, reason_ text, at_ timestamptz)
RETURNS boolean LANGUAGE sql AS $$
  WITH added AS (
    INSERT INTO social_send_suppressions (workspace_id, kind, value, reason_code, reason, since)
    VALUES (workspace_, kind_, value_, code_, reason_, at_) ON CONFLICT DO NOTHING
    RETURNING 1)
  SELECT EXISTS (SELECT FROM added)
$$;

CREATE FUNCTION social_send_unsuppress(workspace_ text, kind_ text, value_ text)
RETURNS boolean LANGUAGE sql AS $$
  WITH removed AS (
    DELETE FROM social_send_suppressions
    WHERE workspace_id = workspace_ AND kind = kind_ AND value = value_
    RETURNING 1)
  SELECT EXISTS (SELECT FROM removed)
$$;

-- A person clicks to have this very message sent, where the platform wants a click for each.
CREATE FUNCTION social_send_click(workspace_ text, message_ text, at_ timestamptz)
RETURNS boolean LANGUAGE sql AS $$
  WITH clicked AS (
    UPDATE social_send_ledger SET clicked_at = at_
    WHERE workspace_id = workspace_ AND message_id = message_
      AND state = 'WAITING_PERSON' AND reason_code = 'CLICK_NEEDED'
    RETURNING 1)
  SELECT EXISTS (SELECT FROM clicked)
$$;

-- A named person accepts what a third party may cost the account; nobody withdraws it.
CREATE FUNCTION social_send_accept_risk(
  platform_ text, account_ text, by_ text, at_ timestamptz)
RETURNS bigint LANGUAGE sql AS $$
  WITH accepted AS (
    UPDATE social_send_accounts
    SET risk_accepted_by = by_, risk_accepted_at = CASE WHEN by_ IS NOT NULL THEN at_ END
    WHERE account = account_ AND (platform_ IS NULL OR platform = platform_)
    RETURNING platform, account),
  woken AS (
    UPDATE social_send_ledger AS l SET not_before = l.approved_at
    FROM accepted AS a
    WHERE l.platform = a.platform AND l.account = a.account AND l.state = 'READY'
      AND l.reason_code IS NOT NULL
    RETURNING 1)
  SELECT count(*) FROM accepted
$$;

-- On which machine and folder the ledger was last at work.
CREATE TABLE social_send_installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  identity text NOT NULL,
  since timestamptz NOT NULL
);
