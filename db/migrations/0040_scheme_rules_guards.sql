-- The rules of a version are never changed: the app may only say that one was taken back before it began.
REVOKE UPDATE ON scheme_version FROM wijkkas_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_on) ON scheme_version TO wijkkas_app;
--> statement-breakpoint
CREATE FUNCTION keep_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version that was taken back stays so' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_withdrawn BEFORE UPDATE OF withdrawn_on ON scheme_version
  FOR EACH ROW WHEN (OLD.withdrawn_on IS NOT NULL) EXECUTE FUNCTION keep_withdrawn();
--> statement-breakpoint
-- A wijk can go from one scheme to another.
GRANT DELETE ON scheme_area TO wijkkas_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON scheme_cap TO wijkkas_app;
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON scheme_cap
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
