-- How many follow-ups a person gets, from when on: the newest row counts. Without any it is what
-- profile-processor was set up with. Written with the record that tells profile-processor, which
-- decides; here it stands to be read.
CREATE TABLE social_follow_ups_allowed (
  changed_at timestamptz PRIMARY KEY,
  follow_ups smallint    NOT NULL CHECK (follow_ups BETWEEN 0 AND 10)
);

COMMENT ON COLUMN social_profiles.follow_ups_left IS
  'How many follow-ups the person may still get: none once they replied, opted out or were '
  'exhausted. Follows a change of the number allowed within seconds where outreach_status is '
  'sent or exhausted, and otherwise with the next event.';
