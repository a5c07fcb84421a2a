-- A file that was handed in stays as it was. Who did so is a person; the tables of people stand after those of areas.
ALTER TABLE wijken_file ADD CONSTRAINT wijken_file_handed_in_by FOREIGN KEY (handed_in_by) REFERENCES person (id);
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON wijken_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON wijken_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON former_slug
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON wijken_file, former_slug TO wijkkas_app;
--> statement-breakpoint
GRANT DELETE ON former_slug TO wijkkas_app;
