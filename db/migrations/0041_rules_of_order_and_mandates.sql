CREATE TABLE "rules_of_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"notice_days" smallint NOT NULL,
	"term_years" smallint NOT NULL,
	"min_seats" smallint NOT NULL,
	"max_seats" smallint NOT NULL,
	"residents_pct" smallint NOT NULL,
	"grace_days" smallint NOT NULL,
	"voting_kinds" text[] NOT NULL,
	CONSTRAINT "rules_of_order_once" UNIQUE("body_id","valid_from"),
	CONSTRAINT "rules_of_order_valid_from" CHECK ("rules_of_order"."valid_from" between '2000-01-01' and '2100-12-31'),
	CONSTRAINT "rules_of_order_notice" CHECK ("rules_of_order"."notice_days" between 0 and 60),
	CONSTRAINT "rules_of_order_term" CHECK ("rules_of_order"."term_years" between 1 and 12),
	CONSTRAINT "rules_of_order_min" CHECK ("rules_of_order"."min_seats" between 1 and 50),
	CONSTRAINT "rules_of_order_max" CHECK ("rules_of_order"."max_seats" between 1 and 50 and "rules_of_order"."max_seats" >= "rules_of_order"."min_seats"),
	CONSTRAINT "rules_of_order_residents" CHECK ("rules_of_order"."residents_pct" between 50 and 100),
	CONSTRAINT "rules_of_order_grace" CHECK ("rules_of_order"."grace_days" between 0 and 365),
	CONSTRAINT "rules_of_order_voting" CHECK ("rules_of_order"."voting_kinds" <@ array['resident', 'professional', 'networker', 'areaManager'] and 'resident' = any ("rules_of_order"."voting_kinds"))
);
--> statement-breakpoint
ALTER TABLE "mandate" ADD COLUMN "max_per_period_cents" bigint;--> statement-breakpoint
ALTER TABLE "mandate" ADD COLUMN "themes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "rules_of_order" ADD CONSTRAINT "rules_of_order_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_period" CHECK ("mandate"."max_per_period_cents" >= "mandate"."max_per_decision_cents");--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_themes" CHECK ("mandate"."themes" <@ array['ontmoeten', 'groen', 'sport', 'jeugd', 'zorg', 'veiligheid', 'kunst', 'duurzaam']);