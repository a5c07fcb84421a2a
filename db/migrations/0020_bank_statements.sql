ALTER TABLE "bank_statement" DROP CONSTRAINT "bank_statement_once";--> statement-breakpoint
ALTER TABLE "bank_match" DROP CONSTRAINT "bank_match_kind";--> statement-breakpoint
ALTER TABLE "bank_match" DROP CONSTRAINT "bank_match_entry";--> statement-breakpoint
ALTER TABLE "bank_file" ADD COLUMN "other_accounts" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_line" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "bank_match" ADD COLUMN "double_of" uuid;--> statement-breakpoint
ALTER TABLE "bank_match" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "bank_statement" ADD COLUMN "seq" serial NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_statement" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_double_of_bank_line_id_fk" FOREIGN KEY ("double_of") REFERENCES "public"."bank_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_line_figures" ON "bank_line" USING btree ("booked_on","cents");--> statement-breakpoint
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_seq_unique" UNIQUE("seq");--> statement-breakpoint
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_once" UNIQUE NULLS NOT DISTINCT("iban","statement_id","number","from_on","to_on","opening_cents","closing_cents");--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_double" CHECK (("bank_match"."kind" = 'double') = ("bank_match"."double_of" is not null));--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_kind" CHECK ("bank_match"."kind" in ('payment', 'return', 'receipt', 'clawback', 'double'));--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_entry" CHECK (("bank_match"."kind" in ('payment', 'double')) = ("bank_match"."entry_id" is null));