GRANT USAGE ON SEQUENCE bank_statement_seq_seq TO wijkkas_app;
--> statement-breakpoint

-- A double is of a line with the same figures on a statement of the account that was read before, and that is no double itself.
CREATE FUNCTION assert_double() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'double' AND NOT EXISTS (
    SELECT 1 FROM bank_line l JOIN bank_statement s ON s.id = l.statement_id
      JOIN bank_line o ON o.id = NEW.double_of JOIN bank_statement os ON os.id = o.statement_id
    WHERE l.id = NEW.line_id AND os.iban = s.iban AND os.seq < s.seq
      AND o.booked_on = l.booked_on AND o.cents = l.cents AND o.text = l.text
      AND o.end_to_end_id IS NOT DISTINCT FROM l.end_to_end_id
      AND o.counter_iban IS NOT DISTINCT FROM l.counter_iban
      AND NOT EXISTS (SELECT 1 FROM bank_match m WHERE m.line_id = o.id AND m.kind = 'double')
  ) THEN
    RAISE EXCEPTION 'double refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'double_of_same_movement';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER double BEFORE INSERT ON bank_match FOR EACH ROW EXECUTE FUNCTION assert_double();
