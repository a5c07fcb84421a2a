ALTER TABLE "meeting" DROP CONSTRAINT "meeting_place";--> statement-breakpoint
ALTER TABLE "meeting" DROP CONSTRAINT "meeting_opening_reason";--> statement-breakpoint
ALTER TABLE "budget_line" DROP CONSTRAINT "budget_line_description";--> statement-breakpoint
ALTER TABLE "comment" DROP CONSTRAINT "comment_body";--> statement-breakpoint
ALTER TABLE "initiative" DROP CONSTRAINT "initiative_title";--> statement-breakpoint
ALTER TABLE "initiative" DROP CONSTRAINT "initiative_summary";--> statement-breakpoint
ALTER TABLE "initiative" DROP CONSTRAINT "initiative_story";--> statement-breakpoint
ALTER TABLE "initiative" DROP CONSTRAINT "initiative_place";--> statement-breakpoint
ALTER TABLE "journal_entry" DROP CONSTRAINT "journal_entry_reason";--> statement-breakpoint
ALTER TABLE "payee" DROP CONSTRAINT "payee_name";--> statement-breakpoint
ALTER TABLE "settlement" DROP CONSTRAINT "settlement_explanation";--> statement-breakpoint
ALTER TABLE "person" DROP CONSTRAINT "person_name";--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_place" CHECK (char_length("meeting"."place") between 1 and 1600);--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_opening_reason" CHECK (char_length("meeting"."opening_reason") between 1 and 4000);--> statement-breakpoint
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_description" CHECK (char_length("budget_line"."description") between 1 and 960);--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_body" CHECK (char_length("comment"."body") between 1 and 16000);--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_title" CHECK (char_length("initiative"."title") <= 800);--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_summary" CHECK (char_length("initiative"."summary") <= 2400);--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_story" CHECK (char_length("initiative"."story") <= 40000);--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_place" CHECK (char_length("initiative"."place") <= 1600);--> statement-breakpoint
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_reason" CHECK (char_length("journal_entry"."reason") between 1 and 4000);--> statement-breakpoint
ALTER TABLE "payee" ADD CONSTRAINT "payee_name" CHECK (char_length("payee"."name") between 1 and 560);--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_explanation" CHECK (char_length("settlement"."explanation") between 1 and 16000);--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_name" CHECK (char_length("person"."name") between 1 and 640);