-- What somebody typed as a reason may tell of the person as well, also where a program passes it on:
-- of those who asked to be forgotten it goes with the other words, and the code of the reason stays.
-- From now on status-projector does so by itself.
UPDATE social_message AS message SET reason = NULL
FROM social_profile AS person
WHERE person.generation = message.generation AND person.profile_id = message.profile_id
  AND person.erased AND message.reason IS NOT NULL;

UPDATE social_timeline_entry AS entry SET reason = NULL
FROM social_profile AS person
WHERE person.generation = entry.generation AND person.profile_id = entry.profile_id
  AND person.erased AND entry.reason IS NOT NULL;

COMMENT ON COLUMN social_messages.reason IS
  'The same in words; null for somebody who asked to be forgotten.';
COMMENT ON COLUMN social_timeline.reason IS
  'Why, in words, which may be what a person typed; null for somebody who asked to be forgotten.';
