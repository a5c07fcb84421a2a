-- A ballot points at projects of its round, each once, and a round has as many ballots, projects and lines about itself
-- as it says: once they are in, there is no number left for another.
CREATE FUNCTION assert_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  room round%ROWTYPE;
BEGIN
  SELECT * INTO room FROM round WHERE id = NEW.round_id;
  IF NEW.number NOT BETWEEN 1 AND room.voters THEN
    RAISE EXCEPTION 'ballot % of %', NEW.number, room.voters USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_number';
  END IF;
  IF EXISTS (SELECT FROM unnest(NEW.choices) choice WHERE choice IS NULL OR choice NOT BETWEEN 0 AND room.projects - 1)
    OR (SELECT count(DISTINCT choice) FROM unnest(NEW.choices) choice) < cardinality(NEW.choices) THEN
    RAISE EXCEPTION 'ballot % points elsewhere', NEW.number USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_choices';
  END IF;
  IF (NEW.points IS NOT NULL) <> (room.vote_type IN ('cumulative', 'scoring')) OR array_position(NEW.points, NULL) IS NOT NULL THEN
    RAISE EXCEPTION 'ballot % of %', NEW.number, room.vote_type USING ERRCODE = 'check_violation', CONSTRAINT = 'ballot_kind';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_ballot BEFORE INSERT ON ballot FOR EACH ROW EXECUTE FUNCTION assert_ballot();
--> statement-breakpoint
CREATE FUNCTION assert_round_project() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.place NOT BETWEEN 0 AND (SELECT projects - 1 FROM round WHERE id = NEW.round_id) THEN
    RAISE EXCEPTION 'project % is not of this round', NEW.place USING ERRCODE = 'check_violation', CONSTRAINT = 'round_project_place';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_round_project BEFORE INSERT ON round_project FOR EACH ROW EXECUTE FUNCTION assert_round_project();
--> statement-breakpoint
CREATE FUNCTION assert_round_meta() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position NOT BETWEEN 0 AND (SELECT meta_lines - 1 FROM round WHERE id = NEW.round_id) THEN
    RAISE EXCEPTION 'line % is not of this round', NEW.position USING ERRCODE = 'check_violation', CONSTRAINT = 'round_meta_position';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_round_meta BEFORE INSERT ON round_meta FOR EACH ROW EXECUTE FUNCTION assert_round_meta();
--> statement-breakpoint
CREATE FUNCTION assert_round_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM ballot WHERE round_id = NEW.id) <> NEW.voters
    OR (SELECT count(*) FROM round_project WHERE round_id = NEW.id) <> NEW.projects
    OR (SELECT count(*) FROM round_meta WHERE round_id = NEW.id) <> NEW.meta_lines THEN
    RAISE EXCEPTION 'round % is not whole', NEW.number USING ERRCODE = 'check_violation', CONSTRAINT = 'round_whole';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER assert_round_whole AFTER INSERT ON round
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION assert_round_whole();
--> statement-breakpoint
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['round', 'round_meta', 'round_project', 'ballot', 'round_count']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON round, round_meta, round_project, ballot, round_count, round_count_progress TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE ON round_count_progress TO wijkkas_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE round_number_seq TO wijkkas_app;
