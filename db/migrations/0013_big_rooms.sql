DROP INDEX "comment_initiative";--> statement-breakpoint
DROP INDEX "initiative_event_initiative";--> statement-breakpoint
CREATE INDEX "decision_decided" ON "decision" USING btree ("decided_at","number");--> statement-breakpoint
CREATE INDEX "comment_author" ON "comment" USING btree ("author_id","state");--> statement-breakpoint
CREATE INDEX "comment_pending" ON "comment" USING btree ("written_at","id") WHERE "comment"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "comment_judged" ON "comment" USING btree ("moderated_at","id") WHERE "comment"."state" <> 'pending';--> statement-breakpoint
CREATE INDEX "initiative_waiting" ON "initiative" USING btree ("decide_by","number") WHERE "initiative"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "account_kind" ON "account" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "payment_line_initiative" ON "payment_line" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "comment_initiative" ON "comment" USING btree ("initiative_id","state","argument","written_at","id");--> statement-breakpoint
CREATE INDEX "initiative_event_initiative" ON "initiative_event" USING btree ("initiative_id","seq");