-- Roles are given and ended one at a time, so that whoever comes second sees what the first did.
CREATE FUNCTION lock_roles() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(hashtext('roles')) $$;
--> statement-breakpoint

-- What was given stays as it was given: it can only end, and only earlier than it would.
CREATE FUNCTION assert_role_only_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.person_id, NEW.role, NEW.area_id, NEW.valid_from, NEW.given_by)
      IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.role, OLD.area_id, OLD.valid_from, OLD.given_by)
    OR NEW.valid_to IS NULL OR NEW.valid_to > OLD.valid_to THEN
    RAISE EXCEPTION 'a role only ends' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_only_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER role_only_ends BEFORE UPDATE ON role_term FOR EACH ROW EXECUTE FUNCTION assert_role_only_ends();
--> statement-breakpoint

-- Somebody with a second factor that works, or one of the invented people of the demonstration.
CREATE FUNCTION can_sign_in(wanted uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT person.persona IS NOT NULL OR EXISTS (
    SELECT FROM credential WHERE person_id = person.id AND totp_confirmed_at IS NOT NULL)
  FROM person WHERE id = wanted
$$;
--> statement-breakpoint

-- Of the days that are lost each must have an administrator who can sign in, beside who goes. Two who end each other wait for each other here,
-- and the second sees that the first has none any more.
CREATE FUNCTION assert_administered(lost datemultirange, gone uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF lost = '{}' OR lost <@ (
    SELECT coalesce(range_agg(daterange(term.valid_from, term.valid_to)), '{}')
    FROM role_term term JOIN person ON person.id = term.person_id
    WHERE term.role = 'admin' AND person.ended_at IS NULL AND can_sign_in(person.id) AND person.id IS DISTINCT FROM gone
  ) THEN
    RETURN;
  END IF;
  RAISE EXCEPTION 'nobody would administer' USING ERRCODE = 'check_violation', CONSTRAINT = 'last_administrator';
END $$;
--> statement-breakpoint

CREATE FUNCTION keep_an_administrator_when_a_role_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_roles();
  IF can_sign_in(OLD.person_id) THEN
    PERFORM assert_administered(datemultirange(daterange(OLD.valid_from, OLD.valid_to))
      - datemultirange(daterange(NEW.valid_from, NEW.valid_to)), NULL);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_an_administrator AFTER UPDATE ON role_term
  FOR EACH ROW WHEN (OLD.role = 'admin') EXECUTE FUNCTION keep_an_administrator_when_a_role_ends();
--> statement-breakpoint

-- From a day on somebody administers no more, whatever roles they have.
CREATE FUNCTION keep_an_administrator_without(gone uuid, since date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_roles();
  IF can_sign_in(gone) THEN
    PERFORM assert_administered(coalesce((
      SELECT range_agg(daterange(valid_from, valid_to) * daterange(since, NULL)) FROM role_term
      WHERE person_id = gone AND role = 'admin' AND daterange(valid_from, valid_to) && daterange(since, NULL)), '{}'), gone);
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_an_administrator_when_an_account_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_an_administrator_without(NEW.id, (NEW.ended_at AT TIME ZONE 'Europe/Amsterdam')::date);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_an_administrator AFTER UPDATE ON person
  FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION keep_an_administrator_when_an_account_ends();
--> statement-breakpoint

-- Who gets a new second factor cannot sign in until they made it.
CREATE FUNCTION keep_an_administrator_when_a_factor_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_an_administrator_without(NEW.person_id, (NEW.given_at AT TIME ZONE 'Europe/Amsterdam')::date);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_an_administrator AFTER INSERT ON factor_verdict
  FOR EACH ROW WHEN (NEW.verdict = 'confirmed') EXECUTE FUNCTION keep_an_administrator_when_a_factor_goes();
--> statement-breakpoint

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['factor_request', 'factor_verdict'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON factor_request, factor_verdict TO wijkkas_app;
