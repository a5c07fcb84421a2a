CREATE TABLE "mail_stop" (
	"address" text PRIMARY KEY NOT NULL,
	"stopped_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_stop_address" CHECK ("mail_stop"."address" = lower("mail_stop"."address") and "mail_stop"."address" like '%_@_%')
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "kind" text;--> statement-breakpoint
-- What was written before there were kinds is known by its subject; what had a title in it could be on two lines.
UPDATE "mail" SET "kind" = CASE
  WHEN "subject" LIKE 'Je aanvraag is binnen%' OR "subject" LIKE 'Je vraagt mee aan%' THEN 'receipt'
  WHEN "subject" LIKE 'Besluit over%' THEN 'decision' ELSE 'signIn' END,
  "subject" = regexp_replace("subject", '[[:cntrl:]]+', ' ', 'g');--> statement-breakpoint
ALTER TABLE "mail" ALTER COLUMN "kind" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_kind" CHECK ("mail"."kind" in ('signIn', 'receipt', 'decision', 'payee', 'invitation', 'conflict'));--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_one_line" CHECK ("mail"."subject" !~ '[[:cntrl:]]' and "mail"."recipient" !~ '[[:cntrl:]]');