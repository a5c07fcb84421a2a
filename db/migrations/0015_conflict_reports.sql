CREATE TABLE "conflict_answer" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"answered_by" uuid NOT NULL,
	"answer" text NOT NULL,
	"reason" text,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_answer_kind" CHECK ("conflict_answer"."answer" in ('accepted', 'denied')),
	CONSTRAINT "conflict_answer_reason" CHECK (char_length("conflict_answer"."reason") between 1 and 8000),
	CONSTRAINT "conflict_answer_denied" CHECK ("conflict_answer"."answer" = 'accepted' or "conflict_answer"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "conflict_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"reported_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_report_once" UNIQUE("item_id","membership_id"),
	CONSTRAINT "conflict_report_member" UNIQUE("id","membership_id"),
	CONSTRAINT "conflict_report_of_another" CHECK ("conflict_report"."reported_by" <> "conflict_report"."membership_id"),
	CONSTRAINT "conflict_report_reason" CHECK (char_length("conflict_report"."reason") between 1 and 8000)
);
--> statement-breakpoint
CREATE TABLE "conflict_ruling" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"ruled_by" uuid NOT NULL,
	"ruling" text NOT NULL,
	"reason" text NOT NULL,
	"ruled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_ruling_kind" CHECK ("conflict_ruling"."ruling" in ('sustained', 'dismissed')),
	CONSTRAINT "conflict_ruling_reason" CHECK (char_length("conflict_ruling"."reason") between 1 and 8000)
);
--> statement-breakpoint
ALTER TABLE "conflict_answer" ADD CONSTRAINT "conflict_answer_by_member" FOREIGN KEY ("report_id","answered_by") REFERENCES "public"."conflict_report"("id","membership_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_report" ADD CONSTRAINT "conflict_report_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_report" ADD CONSTRAINT "conflict_report_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_report" ADD CONSTRAINT "conflict_report_reported_by_membership_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_ruling" ADD CONSTRAINT "conflict_ruling_report_id_conflict_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."conflict_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_ruling" ADD CONSTRAINT "conflict_ruling_ruled_by_membership_id_fk" FOREIGN KEY ("ruled_by") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;