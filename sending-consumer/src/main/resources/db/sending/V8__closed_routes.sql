-- A way can be closed to one message for more than the ordinary window: it is not tried again.
ALTER TABLE social_send_ledger ADD COLUMN closed_routes text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN social_send_ledger.closed_routes IS
  'By which ways the platform took no answer although no window was thought to be open.';
