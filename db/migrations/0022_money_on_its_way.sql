ALTER TABLE "bank_match" DROP CONSTRAINT "bank_match_kind";--> statement-breakpoint
ALTER TABLE "bank_match" DROP CONSTRAINT "bank_match_entry";--> statement-breakpoint
ALTER TABLE "source" DROP CONSTRAINT "source_kolom";--> statement-breakpoint
ALTER TABLE "payment_line" ALTER COLUMN "initiative_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_line" ALTER COLUMN "payee_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_line" ADD COLUMN "refund" text;--> statement-breakpoint
ALTER TABLE "payment_line" ADD COLUMN "source_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_line" ADD COLUMN "came_by_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_came_by_id_bank_line_id_fk" FOREIGN KEY ("came_by_id") REFERENCES "public"."bank_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_line_came_by" ON "payment_line" USING btree ("came_by_id");--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_reason" CHECK ("bank_match"."kind" <> 'notOurs' or coalesce(char_length("bank_match"."reason"), 0) between 1 and 4000);--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_kind" CHECK ("bank_match"."kind" in ('payment', 'return', 'receipt', 'clawback', 'double', 'bankCost', 'parked', 'notOurs', 'assigned'));--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_entry" CHECK (case "bank_match"."kind" when 'payment' then true when 'double' then "bank_match"."entry_id" is null else "bank_match"."entry_id" is not null end);--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_refund_kind" CHECK ("payment_line"."refund" in ('giver', 'sender'));--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_to" CHECK (case when "payment_line"."refund" is null
        then num_nonnulls("payment_line"."initiative_id", "payment_line"."payee_id") = 2 and num_nonnulls("payment_line"."source_id", "payment_line"."came_by_id") = 0
        else num_nonnulls("payment_line"."initiative_id", "payment_line"."payee_id") = 0 and num_nonnulls("payment_line"."source_id", "payment_line"."came_by_id") = 2 end);--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_kolom" CHECK ("source"."kolom" in ('wmo', 'jeugd', 'participatie', 'leefbaarheid', 'sponsor', 'corporatie', 'fonds', 'eigen_bijdrage', 'wijkbv', 'bedrijfsvoering'));