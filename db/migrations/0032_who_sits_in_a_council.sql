ALTER TABLE "body" ADD COLUMN "contact_email" text;--> statement-breakpoint
ALTER TABLE "body" ADD COLUMN "contact_text" text;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "appointed" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "shown_name" text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_slug" CHECK ("body"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_contact_email" CHECK ("body"."contact_email" like '%_@_%' and "body"."contact_email" !~ '[[:cntrl:]]');--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_contact_text" CHECK (char_length("body"."contact_text") between 1 and 4000);--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_appointed" CHECK ("membership"."appointed" in ('elected', 'appointed', 'coOpted', 'drawn', 'delegated'));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_shown_name" CHECK ("person"."shown_name" in ('first', 'full'));