-- A withdrawal is a fact like the round itself, and pages for everybody tell of it.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON round_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON round_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON round_withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON round_withdrawal TO wijkkas_app;
