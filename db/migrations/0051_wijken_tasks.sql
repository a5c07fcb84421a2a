-- A file with wijken becomes work that ends, as the files with addresses are; what was handed in before has ended.
DROP TRIGGER append_only ON wijken_file;
--> statement-breakpoint
ALTER TABLE "wijken_file" ALTER COLUMN "content" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD COLUMN "percent" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD COLUMN "found" jsonb;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD COLUMN "refusal" jsonb;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
UPDATE wijken_file SET content = NULL, ended_at = handed_in_at;--> statement-breakpoint
ALTER TABLE "wijken_file" ADD CONSTRAINT "wijken_file_percent" CHECK ("wijken_file"."percent" between 0 and 100);--> statement-breakpoint
ALTER TABLE "wijken_file" ADD CONSTRAINT "wijken_file_content" CHECK (("wijken_file"."content" is null) = ("wijken_file"."ended_at" is not null));--> statement-breakpoint
ALTER TABLE "wijken_file" ADD CONSTRAINT "wijken_file_refusal" CHECK ("wijken_file"."refusal" is null or "wijken_file"."ended_at" is not null);--> statement-breakpoint
ALTER TABLE "wijken_file" ADD CONSTRAINT "wijken_file_asked" CHECK (("wijken_file"."asked_by" is null) = ("wijken_file"."asked_at" is null) and ("wijken_file"."asked_at" is null or "wijken_file"."found" is not null));--> statement-breakpoint
ALTER TABLE wijken_file ADD CONSTRAINT wijken_file_asked_by FOREIGN KEY (asked_by) REFERENCES person (id);
--> statement-breakpoint
-- What was handed in is let go of, and never another; what has ended stays so.
CREATE FUNCTION assert_wijken_file_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL OR NEW.content <> OLD.content OR NEW.id <> OLD.id OR NEW.year <> OLD.year
      OR NEW.handed_in_by <> OLD.handed_in_by OR NEW.handed_in_at <> OLD.handed_in_at THEN
    RAISE EXCEPTION 'a file with wijken only ends' USING ERRCODE = 'check_violation', CONSTRAINT = 'wijken_file_ends';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER wijken_file_ends BEFORE UPDATE OR DELETE ON wijken_file FOR EACH ROW EXECUTE FUNCTION assert_wijken_file_ends();
--> statement-breakpoint
GRANT UPDATE (content, percent, found, refusal, asked_by, asked_at, ended_at) ON wijken_file TO wijkkas_app;
