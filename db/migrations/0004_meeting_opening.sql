ALTER TABLE "meeting" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meeting" ADD COLUMN "opening_reason" text;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_opening_reason" CHECK (char_length("meeting"."opening_reason") between 1 and 500);--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_opened_on_its_day" CHECK ("meeting"."opening_reason" is not null or ("meeting"."opened_at" at time zone 'Europe/Amsterdam')::date = ("meeting"."starts_at" at time zone 'Europe/Amsterdam')::date);