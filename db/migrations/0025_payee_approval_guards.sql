-- An approval is of accounts as they are: each is the last of its initiative, and whoever approves recorded none of them.
CREATE FUNCTION assert_may_approve() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  SELECT CASE
      WHEN bool_or(payee.recorded_by = NEW.given_by) THEN 'payment_verdict_recorder'
      WHEN bool_or(EXISTS (
        SELECT 1 FROM payee newer WHERE newer.initiative_id = payee.initiative_id AND newer.seq > payee.seq
      )) THEN 'payment_verdict_payee_latest'
    END INTO refused
  FROM payment_line line JOIN payee ON payee.id = line.payee_id
  WHERE line.batch_id = NEW.batch_id;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'approval refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- That a maker does not approve is the table's own rule.
CREATE TRIGGER may_approve BEFORE INSERT ON payment_verdict
  FOR EACH ROW WHEN (NEW.verdict = 'approved' AND NEW.given_by <> NEW.made_by) EXECUTE FUNCTION assert_may_approve();
