-- A request for all who are ready means those who were ready when it was first sent.
ALTER TABLE social_request_keys ADD COLUMN people text[] NOT NULL DEFAULT '{}';
COMMENT ON TABLE social_request_keys IS 'Which request each Idempotency-Key of a search, or of a choice of people, stands for; forgotten with the inbox''s memory.';
COMMENT ON COLUMN social_request_keys.job_id IS 'Id that follows from the key; for a search it is that of its job.';
COMMENT ON COLUMN social_request_keys.people IS 'Who was chosen; nobody for a search.';
