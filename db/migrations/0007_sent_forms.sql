CREATE TABLE "sent_form" (
	"person_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"request_hash" char(64) NOT NULL,
	"answer" jsonb,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sent_form_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
ALTER TABLE "rate_limit" ALTER COLUMN "expire" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sent_form" ADD CONSTRAINT "sent_form_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sent_form_sent" ON "sent_form" USING btree ("sent_at");--> statement-breakpoint
ALTER TABLE "rate_limit" DROP COLUMN "points";