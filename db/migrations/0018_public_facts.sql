-- A committed write to what everybody may see is told once to every process of the site, with who made it: their pages that
-- were kept are of before. The mark in the transaction is for the process that made it, which need not wait to hear of it.
CREATE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('wijkkas.public_change', true), '') = '' THEN
    PERFORM set_config('wijkkas.public_change', 'yes', true);
    PERFORM pg_notify('public_facts', coalesce(current_setting('wijkkas.process', true), ''));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint

-- On every table but those of which no page for everybody shows anything.
DO $$
DECLARE name text;
BEGIN
  FOR name IN
    SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN (
      'audit_entry', 'bank_file', 'bank_line', 'bank_match', 'bank_statement', 'co_invitation', 'credential', 'mail', 'mail_stop',
      'money_task', 'money_task_end', 'money_task_progress', 'payee', 'payee_confirmation', 'payment_batch', 'payment_booking',
      'payment_line', 'payment_verdict', 'rate_limit', 'role_term', 'sent_form', 'session', 'sign_in_attempt')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
  LOOP
    EXECUTE format('CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change()', name);
  END LOOP;
END $$;
