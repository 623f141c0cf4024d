-- What somebody typed as a reason may tell of the person as well: of those who asked to be forgotten
-- it goes with the other words. From now on status-projector does so by itself.
UPDATE social_message AS message SET reason = NULL
FROM social_profile AS person
WHERE person.generation = message.generation AND person.profile_id = message.profile_id
  AND person.erased AND message.reason IS NOT NULL;

UPDATE social_timeline_entry AS entry SET reason = NULL
FROM social_profile AS person
WHERE person.generation = entry.generation AND person.profile_id = entry.profile_id
  AND person.erased AND entry.actor_kind = 'person' AND entry.reason IS NOT NULL;

COMMENT ON COLUMN social_messages.reason IS
  'The same in words; null for somebody who asked to be forgotten.';
COMMENT ON COLUMN social_timeline.reason IS
  'Why, in words. Personal where a person typed it, and then null for somebody who asked to be '
  'forgotten.';
