-- An answer is given once; only a 'no' may become a 'yes'. Nothing else of an invitation ever changes: not whom it asks, and
-- not what its link is.
CREATE FUNCTION assert_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.answer = 'accepted' OR NEW.answer IS NULL OR (OLD.answer = 'refused' AND NEW.answer <> 'accepted') THEN
    RAISE EXCEPTION 'the answer was given' USING ERRCODE = 'check_violation', CONSTRAINT = 'answered_once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_answer BEFORE UPDATE ON co_invitation FOR EACH ROW EXECUTE FUNCTION assert_answer();
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (answer, answered_at) ON co_invitation TO wijkkas_app;
--> statement-breakpoint
-- Who becomes a co-applicant no longer counts as a neighbour with an opinion.
GRANT DELETE ON support_statement TO wijkkas_app;
