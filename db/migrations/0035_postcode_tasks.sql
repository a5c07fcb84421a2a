CREATE TABLE "postcode_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"name" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"lines" integer DEFAULT 0 NOT NULL,
	"percent" integer DEFAULT 0 NOT NULL,
	"outcome" text,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"more" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "postcode_task_outcome" CHECK ("postcode_task"."outcome" in ('created', 'unchanged', 'refused')),
	CONSTRAINT "postcode_task_end" CHECK (("postcode_task"."outcome" is null) = ("postcode_task"."ended_at" is null)),
	CONSTRAINT "postcode_task_progress" CHECK ("postcode_task"."lines" >= 0 and "postcode_task"."percent" between 0 and 100),
	CONSTRAINT "postcode_task_problems" CHECK (jsonb_typeof("postcode_task"."problems") = 'array' and ("postcode_task"."problems" <> '[]') = (coalesce("postcode_task"."outcome", '') = 'refused')),
	CONSTRAINT "postcode_task_more" CHECK ("postcode_task"."more" >= 0 and ("postcode_task"."more" = 0 or "postcode_task"."problems" <> '[]'))
);
--> statement-breakpoint
ALTER TABLE "postcode_task" ADD CONSTRAINT "postcode_task_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;