-- What was looked at, what that brought, and that a backup was made are facts.
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['check_run', 'check_result', 'backup_mark'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON check_run, check_result TO wijkkas_app;
--> statement-breakpoint
-- Only whoever copies the database says that it was copied.
GRANT SELECT ON backup_mark TO wijkkas_app;
--> statement-breakpoint

-- The site may see how its queue stands, without what the jobs carry, and let one that failed begin again.
CREATE FUNCTION queue_jobs() RETURNS TABLE (
  id bigint, task text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz, running boolean, last_error text
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT j.id, j.task_identifier, j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at,
    j.locked_at IS NOT NULL, j.last_error FROM graphile_worker.jobs j;
END $$;
--> statement-breakpoint
CREATE FUNCTION retry_job(wanted bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('job:' || wanted, 0));
  SELECT j.task_identifier INTO found FROM graphile_worker.jobs j
    WHERE j.id = wanted AND j.locked_at IS NULL AND j.last_error IS NOT NULL AND j.attempts > 0;
  IF found IS NULL THEN RETURN NULL; END IF;
  PERFORM graphile_worker.reschedule_jobs(ARRAY[wanted], run_at => now(), attempts => 0);
  RETURN found;
END $$;
--> statement-breakpoint
-- How many steps of its schema this database has had, and how much room it takes.
CREATE FUNCTION database_state() RETURNS TABLE (migrations bigint, bytes bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT (SELECT count(*) FROM drizzle.__drizzle_migrations), pg_database_size(current_database());
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION queue_jobs(), retry_job(bigint), database_state() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION queue_jobs(), retry_job(bigint), database_state() TO wijkkas_app;
