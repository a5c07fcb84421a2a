CREATE TABLE "division" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"link_group" uuid NOT NULL,
	"divided_on" date NOT NULL,
	"by" text NOT NULL,
	"total_cents" bigint NOT NULL,
	"foot_cents" bigint NOT NULL,
	"weights_from" text,
	CONSTRAINT "division_link_group_unique" UNIQUE("link_group"),
	CONSTRAINT "division_by" CHECK ("division"."by" in ('inhabitants', 'amounts', 'weights')),
	CONSTRAINT "division_total" CHECK ("division"."total_cents" > 0),
	CONSTRAINT "division_foot" CHECK ("division"."foot_cents" >= 0 and ("division"."foot_cents" = 0 or "division"."by" = 'inhabitants')),
	CONSTRAINT "division_weights_from" CHECK (("division"."weights_from" is not null) = ("division"."by" = 'weights') and length("division"."weights_from") <= 960)
);
--> statement-breakpoint
CREATE TABLE "division_part" (
	"division_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"weight" numeric(18, 4),
	"cents" bigint NOT NULL,
	CONSTRAINT "division_part_division_id_area_id_pk" PRIMARY KEY("division_id","area_id"),
	CONSTRAINT "division_part_weight" CHECK ("division_part"."weight" >= 0),
	CONSTRAINT "division_part_cents" CHECK ("division_part"."cents" >= 0)
);
--> statement-breakpoint
ALTER TABLE "division" ADD CONSTRAINT "division_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "division_part" ADD CONSTRAINT "division_part_division_id_division_id_fk" FOREIGN KEY ("division_id") REFERENCES "public"."division"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "division_part" ADD CONSTRAINT "division_part_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;