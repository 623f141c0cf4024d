-- Rows are copied into the tables of every generation without saying which one. The first was not
-- prepared but made at once, without this default.
DO $$
DECLARE
  generation_here smallint;
  parent text;
BEGIN
  FOR generation_here IN SELECT generation FROM social_generation LOOP
    FOREACH parent IN ARRAY ARRAY['social_profile', 'social_message', 'social_timeline_entry'] LOOP
      EXECUTE format(
        'ALTER TABLE %1$I ALTER COLUMN generation SET DEFAULT %2$s',
        parent || '_g' || generation_here, generation_here);
    END LOOP;
  END LOOP;
END
$$;
