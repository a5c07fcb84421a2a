-- Versions follow each other: who saves waits for who saves at the same moment, and comes after. The site takes the same lock.
CREATE FUNCTION lock_gemeente_settings() RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('gemeente settings', 0))
$$;
--> statement-breakpoint
CREATE FUNCTION assert_next_settings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_gemeente_settings();
  IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM gemeente_settings) THEN
    RAISE EXCEPTION 'settings refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'gemeente_settings_next';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_next_settings BEFORE INSERT ON gemeente_settings
  FOR EACH ROW EXECUTE FUNCTION assert_next_settings();
--> statement-breakpoint
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['gemeente_logo', 'gemeente_settings'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON gemeente_logo, gemeente_settings TO wijkkas_app;
