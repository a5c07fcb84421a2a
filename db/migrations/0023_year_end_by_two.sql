CREATE TABLE "year_end_preparation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"preview_hash" char(64) NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "year_end_preparation_once" UNIQUE("year","number"),
	CONSTRAINT "year_end_preparation_maker" UNIQUE("id","prepared_by"),
	CONSTRAINT "year_end_preparation_number" CHECK ("year_end_preparation"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "year_end_verdict" (
	"preparation_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"prepared_by" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "year_end_verdict_kind" CHECK ("year_end_verdict"."verdict" in ('confirmed', 'withdrawn')),
	CONSTRAINT "year_end_verdict_two_people" CHECK ("year_end_verdict"."verdict" = 'withdrawn' or "year_end_verdict"."given_by" <> "year_end_verdict"."prepared_by")
);
--> statement-breakpoint
ALTER TABLE "year_end_preparation" ADD CONSTRAINT "year_end_preparation_prepared_by_person_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_end_verdict" ADD CONSTRAINT "year_end_verdict_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "year_end_verdict" ADD CONSTRAINT "year_end_verdict_of" FOREIGN KEY ("preparation_id","prepared_by") REFERENCES "public"."year_end_preparation"("id","prepared_by") ON DELETE no action ON UPDATE no action;