-- Claims take the first few of many: the index has them in the very order, so that a long queue
-- costs no more than a short one.
DROP INDEX social_send_ledger_ready;
CREATE INDEX social_send_ledger_ready
  ON social_send_ledger (platform, account, not_before, approved_at, message_id)
  WHERE state = 'READY';
