CREATE TABLE "former_slug" (
	"slug" text PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wijken_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"year" integer NOT NULL,
	"handed_in_by" uuid NOT NULL,
	"handed_in_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wijken_file_year" CHECK ("wijken_file"."year" between 2000 and 2099)
);
--> statement-breakpoint
ALTER TABLE "area_cbs" DROP CONSTRAINT "area_cbs_once_a_year";--> statement-breakpoint
ALTER TABLE "area_cbs" ADD COLUMN "until" date;--> statement-breakpoint
ALTER TABLE "former_slug" ADD CONSTRAINT "former_slug_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "area_cbs_once_a_year" ON "area_cbs" USING btree ("code","year") WHERE "area_cbs"."until" is null;