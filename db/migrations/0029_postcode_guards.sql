-- No house lies in two buurten of one file.
ALTER TABLE postcode_part ADD CONSTRAINT postcode_part_apart
  EXCLUDE USING gist (file_id WITH =, postcode WITH =, int4range(from_number, to_number, '[]') WITH &&);
--> statement-breakpoint

-- What a file said is a fact; the search on the front page tells of the newest.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON postcode_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON postcode_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON postcode_part FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON postcode_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON postcode_file
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON postcode_part
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint
GRANT SELECT, INSERT ON postcode_file, postcode_part TO wijkkas_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE postcode_file_seq_seq TO wijkkas_app;
