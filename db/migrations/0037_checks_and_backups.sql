CREATE TABLE "backup_mark" (
	"id" uuid PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"rows" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	"sealed" boolean NOT NULL,
	CONSTRAINT "backup_mark_counts" CHECK ("backup_mark"."rows" >= 0 and "backup_mark"."bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "check_result" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"checks" integer NOT NULL,
	"entries" integer,
	"violations" integer NOT NULL,
	"found" jsonb NOT NULL,
	CONSTRAINT "check_result_counts" CHECK ("check_result"."checks" >= 0 and "check_result"."entries" >= 0 and "check_result"."violations" >= 0),
	CONSTRAINT "check_result_found" CHECK (case jsonb_typeof("check_result"."found") when 'array' then (jsonb_array_length("check_result"."found") > 0) = ("check_result"."violations" > 0) else false end)
);
--> statement-breakpoint
CREATE TABLE "check_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_run_scope" CHECK ("check_run"."scope" in ('all', 'chain'))
);
--> statement-breakpoint
ALTER TABLE "check_result" ADD CONSTRAINT "check_result_run_id_check_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."check_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_run" ADD CONSTRAINT "check_run_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backup_mark_made" ON "backup_mark" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "check_run_asked" ON "check_run" USING btree ("scope","asked_at");