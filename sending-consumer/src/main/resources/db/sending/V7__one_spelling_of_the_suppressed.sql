-- People are compared as they are spelled everywhere: handles without @, domains without www. An
-- entry that was written otherwise stopped nobody.
INSERT INTO social_send_suppressions (workspace_id, kind, value, reason_code, reason, since)
SELECT workspace_id, kind,
  CASE kind WHEN 'HANDLE' THEN replace(value, ':@', ':') ELSE regexp_replace(value, '^www\.', '') END,
  reason_code, reason, since
FROM social_send_suppressions
WHERE kind = 'HANDLE' AND value LIKE '%:@%' OR kind = 'DOMAIN' AND value LIKE 'www.%.%'
ON CONFLICT DO NOTHING;

DELETE FROM social_send_suppressions
WHERE kind = 'HANDLE' AND value LIKE '%:@%' OR kind = 'DOMAIN' AND value LIKE 'www.%.%';
