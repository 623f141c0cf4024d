-- After a restore from an older backup: tasks below these offsets had been carried out before.
CREATE TABLE social_send_restored (
  topic text NOT NULL,
  partition integer NOT NULL,
  below_offset bigint NOT NULL,
  noticed_at timestamptz NOT NULL,
  PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE social_send_restored IS 'What is read again below these offsets may have been sent already.';
