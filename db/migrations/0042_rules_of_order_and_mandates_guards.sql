-- Who sits in a council is changed by one at a time: acts of the site take the same lock.
CREATE FUNCTION lock_council(council uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('council ' || council, 0))
$$;
--> statement-breakpoint

-- A membership lies within its seat; nobody sits twice in one council at a time, nor do two chairs or two secretaries. Of one
-- that is there only the end may change.
CREATE FUNCTION assert_membership() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text; taken seat;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.seat_id, NEW.person_id, NEW.duty, NEW.appointed, NEW.valid_from)
    IS DISTINCT FROM (OLD.id, OLD.seat_id, OLD.person_id, OLD.duty, OLD.appointed, OLD.valid_from) THEN
    RAISE EXCEPTION 'membership refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_only_ends';
  END IF;
  SELECT * INTO taken FROM seat WHERE id = NEW.seat_id;
  PERFORM lock_council(taken.body_id);
  SELECT * INTO taken FROM seat WHERE id = NEW.seat_id;
  SELECT CASE
      WHEN NEW.valid_from < taken.valid_from OR NEW.valid_from >= taken.valid_to
        OR coalesce(NEW.valid_to, 'infinity') > coalesce(taken.valid_to, 'infinity') THEN 'membership_within_seat'
      WHEN bool_or(other.person_id = NEW.person_id) THEN 'membership_once_in_council'
      WHEN NEW.duty <> 'member' AND bool_or(other.duty = NEW.duty) THEN 'membership_one_of_duty'
    END INTO refused
  FROM membership other JOIN seat ON seat.id = other.seat_id
  WHERE seat.body_id = taken.body_id AND other.id <> NEW.id
    AND daterange(other.valid_from, other.valid_to) && daterange(NEW.valid_from, NEW.valid_to);
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'membership refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_membership BEFORE INSERT OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION assert_membership();
--> statement-breakpoint

-- A new seat has a vote only where the rules of order of that day give it one. Of a seat that is there only the end may
-- change, and nobody sits there longer.
CREATE FUNCTION assert_seat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  PERFORM lock_council(NEW.body_id);
  IF TG_OP = 'UPDATE' THEN
    refused := CASE
      WHEN (NEW.id, NEW.body_id, NEW.type, NEW.voting, NEW.valid_from)
        IS DISTINCT FROM (OLD.id, OLD.body_id, OLD.type, OLD.voting, OLD.valid_from) THEN 'seat_only_ends'
      WHEN EXISTS (SELECT 1 FROM membership m WHERE m.seat_id = NEW.id
        AND coalesce(m.valid_to, 'infinity') > coalesce(NEW.valid_to, 'infinity')) THEN 'seat_ends_vacant'
    END;
  ELSIF NEW.voting AND EXISTS (
    SELECT 1 FROM (SELECT voting_kinds FROM rules_of_order r
      WHERE r.body_id = NEW.body_id AND r.valid_from <= NEW.valid_from ORDER BY r.valid_from DESC LIMIT 1) rules
    WHERE NEW.type <> ALL (rules.voting_kinds)) THEN
    refused := 'seat_votes_by_rules';
  END IF;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'seat refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_seat BEFORE INSERT OR UPDATE ON seat FOR EACH ROW EXECUTE FUNCTION assert_seat();
--> statement-breakpoint

-- Of a mandate that is there only the end may change: decisions were taken under it.
CREATE FUNCTION assert_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'valid_to' IS DISTINCT FROM to_jsonb(OLD) - 'valid_to' THEN
    RAISE EXCEPTION 'mandate refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'mandate_only_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_mandate BEFORE UPDATE ON mandate FOR EACH ROW EXECUTE FUNCTION assert_mandate();
--> statement-breakpoint

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON rules_of_order FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON rules_of_order FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON rules_of_order
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON rules_of_order TO wijkkas_app;
--> statement-breakpoint
-- What a council is called and how it is reached; its kind, area and address stay.
GRANT UPDATE (name, contact_email, contact_text) ON body TO wijkkas_app;
