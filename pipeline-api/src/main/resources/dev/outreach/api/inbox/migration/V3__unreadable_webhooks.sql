-- What a platform signed and we could not read: kept, because the platform never tells it again.
CREATE TABLE social_unreadable_webhooks (
  delivery_id uuid PRIMARY KEY,
  platform text NOT NULL,
  body bytea NOT NULL,
  reason text NOT NULL,
  times bigint NOT NULL DEFAULT 1,
  first_received_at timestamptz NOT NULL,
  last_received_at timestamptz NOT NULL
);
COMMENT ON TABLE social_unreadable_webhooks IS 'Deliveries whose signature is right and whose body is not what the platform sends; the same bytes are one row.';
COMMENT ON COLUMN social_unreadable_webhooks.reason IS 'What we could not make sense of; never words of the body.';
CREATE INDEX social_unreadable_webhooks_newest ON social_unreadable_webhooks
  (last_received_at DESC, delivery_id DESC);
