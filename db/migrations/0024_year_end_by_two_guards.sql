-- The end of a year is booked for a second person, who saw the figures that somebody else made ready; once for each time that it
-- was made ready. Work that was asked for before this rule stays as it is.
CREATE FUNCTION assert_year_end_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM year_end_preparation ready JOIN year_end_verdict verdict ON verdict.preparation_id = ready.id
    WHERE ready.id = NEW.id AND ready.year = NEW.year AND ready.preview_hash = NEW.preview_hash
      AND verdict.verdict = 'confirmed' AND verdict.given_by = NEW.asked_by
  ) THEN
    RAISE EXCEPTION 'year end % was not confirmed', NEW.year USING ERRCODE = 'check_violation', CONSTRAINT = 'money_task_year_end_by_two';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER year_end_by_two BEFORE INSERT ON money_task
  FOR EACH ROW WHEN (NEW.kind = 'yearEnd') EXECUTE FUNCTION assert_year_end_by_two();
--> statement-breakpoint

-- Whoever made the year end ready that was confirmed last does not close the year.
DROP FUNCTION close_period(integer, timestamptz);
--> statement-breakpoint
CREATE FUNCTION close_period(wanted integer, at timestamptz, closer uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM period WHERE year = wanted AND closed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'period % is not open', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'period_open';
  END IF;
  IF EXISTS (
    SELECT 1 FROM balance JOIN account ON account.id = balance.account_id JOIN pool ON pool.id = account.pool_id
    WHERE pool.year <= wanted AND account.kind IN ('available', 'reserved') AND balance.cents <> 0
  ) THEN
    RAISE EXCEPTION 'money of % is left', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'period_empty';
  END IF;
  IF closer = (
    SELECT ready.prepared_by FROM year_end_preparation ready
      JOIN year_end_verdict verdict ON verdict.preparation_id = ready.id AND verdict.verdict = 'confirmed'
    WHERE ready.year = wanted ORDER BY ready.number DESC LIMIT 1
  ) THEN
    RAISE EXCEPTION 'year % is closed by another', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'period_two_people';
  END IF;
  UPDATE period SET closed_at = at WHERE year = wanted;
END $$;
--> statement-breakpoint

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['year_end_preparation', 'year_end_verdict'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON year_end_preparation, year_end_verdict TO wijkkas_app;
