-- An account that takes the place of another, or that no applicant gave, waits until a second person has confirmed it.
-- What was recorded before this rule was, does not.
CREATE FUNCTION judge_payee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Of two that are recorded at once the second sees the first.
  PERFORM 1 FROM initiative WHERE id = NEW.initiative_id FOR UPDATE;
  NEW.waits := EXISTS (SELECT 1 FROM payee WHERE initiative_id = NEW.initiative_id)
    OR NOT EXISTS (SELECT 1 FROM applicant WHERE initiative_id = NEW.initiative_id AND person_id = NEW.recorded_by);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER judge_payee BEFORE INSERT ON payee FOR EACH ROW EXECUTE FUNCTION judge_payee();
--> statement-breakpoint

-- Who asked for the money does not confirm where it goes.
CREATE FUNCTION assert_may_confirm() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM payee JOIN applicant ON applicant.initiative_id = payee.initiative_id
    WHERE payee.id = NEW.payee_id AND applicant.person_id = NEW.confirmed_by
  ) THEN
    RAISE EXCEPTION 'an applicant cannot confirm' USING ERRCODE = 'check_violation', CONSTRAINT = 'payee_confirmation_by_applicant';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER may_confirm BEFORE INSERT ON payee_confirmation FOR EACH ROW EXECUTE FUNCTION assert_may_confirm();
--> statement-breakpoint

-- A payment goes to the last account of its initiative, and to one that waits only when neither who recorded it nor who
-- makes the batch confirmed it.
CREATE FUNCTION assert_payee_of_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  SELECT CASE
      WHEN payee.initiative_id <> NEW.initiative_id OR EXISTS (
        SELECT 1 FROM payee newer WHERE newer.initiative_id = payee.initiative_id AND newer.seq > payee.seq
      ) THEN 'payment_line_payee_latest'
      WHEN payee.waits AND confirmation.payee_id IS NULL THEN 'payment_line_payee_confirmed'
      WHEN payee.waits AND confirmation.confirmed_by = batch.made_by THEN 'payment_line_payee_two_people'
    END INTO refused
  FROM payee
    JOIN payment_batch batch ON batch.id = NEW.batch_id
    LEFT JOIN payee_confirmation confirmation ON confirmation.payee_id = payee.id
  WHERE payee.id = NEW.payee_id;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'payment refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payee_of_line BEFORE INSERT ON payment_line FOR EACH ROW EXECUTE FUNCTION assert_payee_of_line();
--> statement-breakpoint

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON payee_confirmation FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON payee_confirmation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON payee_confirmation TO wijkkas_app;
