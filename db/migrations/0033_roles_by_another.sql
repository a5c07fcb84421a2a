CREATE TABLE "factor_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "factor_request_asker" UNIQUE("id","person_id","asked_by"),
	CONSTRAINT "factor_request_for_another" CHECK ("factor_request"."asked_by" <> "factor_request"."person_id"),
	CONSTRAINT "factor_request_reason" CHECK (char_length("factor_request"."reason") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "factor_verdict" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "factor_verdict_kind" CHECK ("factor_verdict"."verdict" in ('confirmed', 'withdrawn')),
	CONSTRAINT "factor_verdict_for_another" CHECK ("factor_verdict"."given_by" <> "factor_verdict"."person_id"),
	CONSTRAINT "factor_verdict_two_people" CHECK ("factor_verdict"."verdict" = 'withdrawn' or "factor_verdict"."given_by" <> "factor_verdict"."asked_by")
);
--> statement-breakpoint
ALTER TABLE "role_term" DROP CONSTRAINT "role_term_validity";--> statement-breakpoint
ALTER TABLE "role_term" ADD COLUMN "given_by" uuid;--> statement-breakpoint
ALTER TABLE "factor_request" ADD CONSTRAINT "factor_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_request" ADD CONSTRAINT "factor_request_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_verdict" ADD CONSTRAINT "factor_verdict_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "factor_verdict" ADD CONSTRAINT "factor_verdict_of" FOREIGN KEY ("request_id","person_id","asked_by") REFERENCES "public"."factor_request"("id","person_id","asked_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "factor_request_person" ON "factor_request" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "role_term" ADD CONSTRAINT "role_term_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_term" ADD CONSTRAINT "role_term_by_another" CHECK ("role_term"."given_by" <> "role_term"."person_id");--> statement-breakpoint
ALTER TABLE "role_term" ADD CONSTRAINT "role_term_validity" CHECK ("role_term"."valid_to" >= "role_term"."valid_from");