-- At commit the parts of a division are together what was divided. A part that comes later breaks that.
CREATE FUNCTION assert_division_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wanted uuid;
BEGIN
  IF TG_TABLE_NAME = 'division_part' THEN wanted := NEW.division_id; ELSE wanted := NEW.id; END IF;
  IF EXISTS (SELECT 1 FROM division d WHERE d.id = wanted AND d.total_cents
    <> (SELECT coalesce(sum(p.cents), 0) FROM division_part p WHERE p.division_id = wanted)) THEN
    RAISE EXCEPTION 'division % is not whole', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'division_whole';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER division_whole AFTER INSERT ON division DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION assert_division_whole();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER division_part_whole AFTER INSERT ON division_part DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION assert_division_whole();
--> statement-breakpoint

-- Only where amounts are given by hand does a wijk weigh nothing of its own.
CREATE FUNCTION assert_division_weight() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.weight IS NULL) <> (SELECT d.by = 'amounts' FROM division d WHERE d.id = NEW.division_id) THEN
    RAISE EXCEPTION 'division part refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'division_part_weighs';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_division_weight BEFORE INSERT ON division_part FOR EACH ROW EXECUTE FUNCTION assert_division_weight();
--> statement-breakpoint

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON division FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON division FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON division_part FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON division_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON division
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON division_part
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON division, division_part TO wijkkas_app;
