-- What was typed before there were bounds comes to the nearest day within them.
UPDATE "meeting" SET "starts_at" = CASE WHEN "starts_at" < '2000-01-01' THEN '2000-01-01T12:00:00Z'::timestamptz ELSE '2100-12-31T12:00:00Z'::timestamptz END
WHERE NOT ("starts_at" at time zone 'Europe/Amsterdam')::date between '2000-01-01' and '2100-12-31';--> statement-breakpoint
UPDATE "initiative" SET "starts_on" = least(greatest("starts_on", '2000-01-01'), '2100-12-31') WHERE NOT "starts_on" between '2000-01-01' and '2100-12-31';--> statement-breakpoint
UPDATE "person" SET "born_on" = least(greatest("born_on", '1900-01-01'), '2100-12-31') WHERE NOT "born_on" between '1900-01-01' and '2100-12-31';--> statement-breakpoint
SET CONSTRAINTS ALL IMMEDIATE;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_starts_at" CHECK (("meeting"."starts_at" at time zone 'Europe/Amsterdam')::date between '2000-01-01' and '2100-12-31');--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_starts_on" CHECK ("initiative"."starts_on" between '2000-01-01' and '2100-12-31');--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_booked_on" CHECK ("bank_line"."booked_on" between '2000-01-01' and '2100-12-31');--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_born_on" CHECK ("person"."born_on" between '1900-01-01' and '2100-12-31');