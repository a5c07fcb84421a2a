CREATE TABLE "round_withdrawal" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_withdrawal_reason" CHECK (char_length("round_withdrawal"."reason") between 1 and 4000)
);
--> statement-breakpoint
ALTER TABLE "round" DROP CONSTRAINT "round_file_sha256_unique";--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "content_sha256" char(64);--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "replaces" uuid;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "notices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "round_withdrawal" ADD CONSTRAINT "round_withdrawal_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_replaces_round_withdrawal_round_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."round_withdrawal"("round_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "round_content" ON "round" USING btree ("content_sha256") WHERE "round"."replaces" is null;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_replaces_unique" UNIQUE("replaces");--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_notices" CHECK (jsonb_typeof("round"."notices") = 'array' and not jsonb_path_exists("round"."notices", '$[*] ? (!(@.code == "votesCount" || @.code == "projectsCount" || @.code == "countUnknown" || @.code == "ballotsBeyond" || @.code == "projectTwice" || @.code == "columnsUnknown" || @.code == "dateUnknown" || @.code == "datesCrossed" || @.code == "currencyUnknown" || @.code == "pointsUnknown" || @.code == "chosenUnknown" || @.code == "inhabitantsMissing") || !exists(@.values.*))'));