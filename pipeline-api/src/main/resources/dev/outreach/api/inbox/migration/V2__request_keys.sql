-- What was asked for with an Idempotency-Key, so that the key cannot stand for something else later.
-- Of the key only the id of the job that follows from it is kept, of the request only its SHA-256.
CREATE TABLE social_request_keys (
  job_id uuid PRIMARY KEY,
  request_sha256 text NOT NULL,
  first_used_at timestamptz NOT NULL
);
COMMENT ON TABLE social_request_keys IS 'Which request each Idempotency-Key of a search stands for; forgotten with the inbox''s memory.';
CREATE INDEX social_request_keys_age ON social_request_keys (first_used_at);
