ALTER TABLE "area" ADD COLUMN "joined_into" uuid;--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_joined_into_area_id_fk" FOREIGN KEY ("joined_into") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_joined_into" ON "area" USING btree ("joined_into");--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_joined" CHECK ("area"."joined_into" is null or ("area"."joined_into" <> "area"."id" and "area"."valid_to" is not null));