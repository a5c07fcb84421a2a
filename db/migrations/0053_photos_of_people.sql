CREATE TABLE "person_photo" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"hash" char(64) NOT NULL,
	"content" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_photo_hash" CHECK ("person_photo"."hash" = encode(sha256("person_photo"."content"), 'hex')),
	CONSTRAINT "person_photo_bytes" CHECK (octet_length("person_photo"."content") between 1 and 102400)
);
--> statement-breakpoint
ALTER TABLE "person_photo" ADD CONSTRAINT "person_photo_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_photo_hash_at" ON "person_photo" USING btree ("hash");--> statement-breakpoint

-- Whose account ended has no photo: it goes with the account, and who hands one in at that moment waits and is refused.
CREATE FUNCTION assert_photo_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM person WHERE id = NEW.person_id AND ended_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'photo refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'person_photo_account';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assert_photo_of_account BEFORE INSERT OR UPDATE ON person_photo
  FOR EACH ROW EXECUTE FUNCTION assert_photo_of_account();
--> statement-breakpoint
CREATE FUNCTION delete_photo_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM person_photo WHERE person_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER delete_photo_of_account AFTER UPDATE OF ended_at ON person
  FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION delete_photo_of_account();
--> statement-breakpoint

-- It stands on the public page of a council.
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON person_photo
  FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON person_photo TO wijkkas_app;
