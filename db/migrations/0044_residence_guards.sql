-- That somebody lives somewhere stays as it was written: it can only end, once.
CREATE FUNCTION assert_residence_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.seq, NEW.person_id, NEW.area_id, NEW.method, NEW.since, NEW.checked_by)
      IS DISTINCT FROM (OLD.id, OLD.seq, OLD.person_id, OLD.area_id, OLD.method, OLD.since, OLD.checked_by)
    OR OLD.until IS NOT NULL THEN
    RAISE EXCEPTION 'a residence only ends' USING ERRCODE = 'check_violation', CONSTRAINT = 'residence_only_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER residence_only_ends BEFORE UPDATE ON residence
  FOR EACH ROW EXECUTE FUNCTION assert_residence_only_ends();
--> statement-breakpoint

-- What proves it is set free when it ends, not before, and never taken back by who had it.
CREATE FUNCTION assert_proof_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.residence_id, NEW.person_id, NEW.kind, NEW.digest, NEW.ordinal)
      IS DISTINCT FROM (OLD.residence_id, OLD.person_id, OLD.kind, OLD.digest, OLD.ordinal)
    OR OLD.released_on IS NOT NULL THEN
    RAISE EXCEPTION 'a proof only ends' USING ERRCODE = 'check_violation', CONSTRAINT = 'residence_proof_only_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER residence_proof_only_ends BEFORE UPDATE ON residence_proof
  FOR EACH ROW EXECUTE FUNCTION assert_proof_only_ends();
--> statement-breakpoint

-- At the end of a transaction each residence that runs has a proof of its kind that was not set free, each that ended has none, and who has one
-- that runs lives there.
CREATE FUNCTION assert_residence_whole(wanted uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  SELECT CASE
    WHEN r.method NOT IN ('self', 'inPerson') AND NOT EXISTS (SELECT FROM residence_proof p WHERE p.residence_id = r.id AND p.kind = r.method)
      THEN 'residence_proven'
    WHEN EXISTS (SELECT FROM residence_proof p WHERE p.residence_id = r.id AND (p.released_on IS NULL) <> (r.until IS NULL))
      THEN 'residence_proof_until_its_end'
    WHEN r.until IS NULL AND r.area_id IS DISTINCT FROM (SELECT area_id FROM person WHERE id = r.person_id)
      THEN 'residence_is_home'
  END INTO refused FROM residence r WHERE r.id = wanted;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'residence refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION residence_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_residence_whole(NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION residence_proof_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_residence_whole(NEW.residence_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION residence_home_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM assert_residence_whole(r.id) FROM residence r WHERE r.person_id = NEW.id AND r.until IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER residence_whole AFTER INSERT OR UPDATE ON residence
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION residence_whole();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER residence_whole AFTER INSERT OR UPDATE ON residence_proof
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION residence_proof_whole();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER residence_whole AFTER UPDATE OF area_id ON person
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION residence_home_whole();
--> statement-breakpoint

-- A letter that ended stays so, and a try is never taken back.
CREATE FUNCTION assert_letter_only_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR NEW.wrong_tries < OLD.wrong_tries
    OR (OLD.batch_id IS NOT NULL AND NEW.batch_id IS DISTINCT FROM OLD.batch_id) THEN
    RAISE EXCEPTION 'a letter only goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'residence_letter_goes_on';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER residence_letter_goes_on BEFORE UPDATE ON residence_letter
  FOR EACH ROW EXECUTE FUNCTION assert_letter_only_goes_on();
--> statement-breakpoint

-- How many support an initiative depends on it, and stands on public pages.
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON residence
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint

GRANT SELECT, INSERT ON residence, residence_proof, residence_letter, residence_letter_batch, resident_list, resident_list_line TO wijkkas_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE residence_seq_seq, residence_letter_batch_number_seq, resident_list_number_seq TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE (until, ended_by, end_reason) ON residence TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE (released_on) ON residence_proof TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE (sealed_address, batch_id, wrong_tries, ended_at) ON residence_letter TO wijkkas_app;
--> statement-breakpoint
GRANT DELETE ON resident_list_line TO wijkkas_app;
