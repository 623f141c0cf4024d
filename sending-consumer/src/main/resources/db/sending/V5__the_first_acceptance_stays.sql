-- Who has accepted a risk first stays who did; withdrawing it makes room for another acceptance.
CREATE OR REPLACE FUNCTION social_send_accept_risk(
  platform_ text, account_ text, by_ text, at_ timestamptz)
RETURNS bigint LANGUAGE sql AS $$
  WITH meant AS (
    SELECT platform, account FROM social_send_accounts
    WHERE account = account_ AND (platform_ IS NULL OR platform = platform_)),
  accepted AS (
    UPDATE social_send_accounts AS a
    SET risk_accepted_by = by_, risk_accepted_at = CASE WHEN by_ IS NOT NULL THEN at_ END
    FROM meant AS m
    WHERE a.platform = m.platform AND a.account = m.account
      AND (a.risk_accepted_by IS NULL OR by_ IS NULL)
    RETURNING a.platform, a.account),
  woken AS (
    UPDATE social_send_ledger AS l SET not_before = l.approved_at
    FROM accepted AS a
    WHERE l.platform = a.platform AND l.account = a.account AND l.state = 'READY'
      AND l.reason_code IS NOT NULL
    RETURNING 1)
  SELECT count(*) FROM meant
$$;
