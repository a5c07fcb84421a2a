CREATE TABLE "ballot" (
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"choices" smallint[] NOT NULL,
	"points" bigint[],
	CONSTRAINT "ballot_round_id_number_pk" PRIMARY KEY("round_id","number"),
	CONSTRAINT "ballot_points" CHECK (cardinality("ballot"."points") = cardinality("ballot"."choices"))
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" serial NOT NULL,
	"area_id" uuid NOT NULL,
	"name" text NOT NULL,
	"place" text NOT NULL,
	"currency" char(3) NOT NULL,
	"vote_type" text NOT NULL,
	"budget_cents" bigint NOT NULL,
	"meta_lines" smallint NOT NULL,
	"projects" integer NOT NULL,
	"voters" integer NOT NULL,
	"began_on" date,
	"ended_on" date,
	"year" integer,
	"file_sha256" char(64) NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_number_unique" UNIQUE("number"),
	CONSTRAINT "round_file_sha256_unique" UNIQUE("file_sha256"),
	CONSTRAINT "round_currency" CHECK ("round"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "round_vote_type" CHECK ("round"."vote_type" in ('approval', 'choose-1', 'ordinal', 'cumulative', 'scoring')),
	CONSTRAINT "round_sizes" CHECK ("round"."budget_cents" >= 0 and "round"."meta_lines" >= 0 and "round"."projects" between 0 and 32767 and "round"."voters" >= 0),
	CONSTRAINT "round_term" CHECK ("round"."ended_on" >= "round"."began_on")
);
--> statement-breakpoint
CREATE TABLE "round_count" (
	"round_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"input_sha256" char(64) NOT NULL,
	"report" json NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_count_round_id_rule_pk" PRIMARY KEY("round_id","rule"),
	CONSTRAINT "round_count_rule" CHECK ("round_count"."rule" in ('mes-cost-add1', 'greedy', 'mes-cost', 'mes-card-add1', 'mes-card', 'greedy-ratio')),
	CONSTRAINT "round_count_report" CHECK (json_typeof("round_count"."report") = 'object')
);
--> statement-breakpoint
CREATE TABLE "round_count_progress" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"failed" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "round_count_progress_part" CHECK ("round_count_progress"."done" between 0 and "round_count_progress"."total")
);
--> statement-breakpoint
CREATE TABLE "round_meta" (
	"round_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "round_meta_round_id_position_pk" PRIMARY KEY("round_id","position"),
	CONSTRAINT "round_meta_key" UNIQUE("round_id","key")
);
--> statement-breakpoint
CREATE TABLE "round_project" (
	"round_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"cost_cents" bigint NOT NULL,
	"category" text,
	"description" text,
	"latitude" double precision,
	"longitude" double precision,
	"chosen" smallint,
	CONSTRAINT "round_project_round_id_place_pk" PRIMARY KEY("round_id","place"),
	CONSTRAINT "round_project_key" UNIQUE("round_id","key"),
	CONSTRAINT "round_project_cost" CHECK ("round_project"."cost_cents" >= 0),
	CONSTRAINT "round_project_point" CHECK (("round_project"."latitude" is null) = ("round_project"."longitude" is null)),
	CONSTRAINT "round_project_on_earth" CHECK ("round_project"."latitude" between -90 and 90 and "round_project"."longitude" between -180 and 180)
);
--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_count" ADD CONSTRAINT "round_count_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_count_progress" ADD CONSTRAINT "round_count_progress_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_meta" ADD CONSTRAINT "round_meta_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_project" ADD CONSTRAINT "round_project_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_area" ON "round" USING btree ("area_id");