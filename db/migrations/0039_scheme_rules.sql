CREATE TABLE "scheme_cap" (
	"scheme_version_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"amount_cents" bigint,
	"pct" smallint,
	CONSTRAINT "scheme_cap_scheme_version_id_position_pk" PRIMARY KEY("scheme_version_id","position"),
	CONSTRAINT "scheme_cap_kind" UNIQUE("scheme_version_id","kind"),
	CONSTRAINT "scheme_cap_name" CHECK (char_length("scheme_cap"."kind") between 1 and 320),
	CONSTRAINT "scheme_cap_unit" CHECK ("scheme_cap"."unit" in ('fixed', 'perPerson', 'pctOfBudget')),
	CONSTRAINT "scheme_cap_counts" CHECK (("scheme_cap"."unit" = 'pctOfBudget') = ("scheme_cap"."pct" is not null) and ("scheme_cap"."unit" = 'pctOfBudget') = ("scheme_cap"."amount_cents" is null)),
	CONSTRAINT "scheme_cap_amount" CHECK ("scheme_cap"."amount_cents" > 0),
	CONSTRAINT "scheme_cap_pct" CHECK ("scheme_cap"."pct" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "scheme_version" DROP CONSTRAINT "scheme_version_from";--> statement-breakpoint
ALTER TABLE "scheme_version" DROP CONSTRAINT "scheme_version_validity";--> statement-breakpoint
ALTER TABLE "scheme_version" DROP CONSTRAINT "scheme_version_weeks";--> statement-breakpoint
ALTER TABLE "support_tier" DROP CONSTRAINT "support_tier_min";--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "published_on" date;--> statement-breakpoint
UPDATE "scheme_version" SET "published_on" = "valid_from";--> statement-breakpoint
ALTER TABLE "scheme_version" ALTER COLUMN "published_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "withdrawn_on" date;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "applicant_kinds" text[] DEFAULT '{resident,group,legalPerson}' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "legal_person_from_cents" bigint;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "excluded" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "cumulative_per_applicant_per_year_cents" bigint;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "hour_rate_max_cents" bigint;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "extension_weeks" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "account_within_weeks" smallint;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "advance_from_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "receipts_from_cents" bigint;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "direct_settlement_up_to_cents" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "sample_pct" smallint;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "sample_count" integer;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "sample_pick" text;--> statement-breakpoint
ALTER TABLE "support_tier" ADD COLUMN "radius_metres" integer;--> statement-breakpoint
ALTER TABLE "scheme_cap" ADD CONSTRAINT "scheme_cap_scheme_version_id_scheme_version_id_fk" FOREIGN KEY ("scheme_version_id") REFERENCES "public"."scheme_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "scheme_version_from" ON "scheme_version" USING btree ("scheme_id","valid_from") WHERE "scheme_version"."withdrawn_on" is null;--> statement-breakpoint
-- A version holds until the next one begins: no day can have two, or none.
ALTER TABLE "scheme_version" DROP CONSTRAINT "scheme_version_no_overlap";--> statement-breakpoint
ALTER TABLE "scheme_version" DROP COLUMN "valid_to";--> statement-breakpoint
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_name" CHECK (char_length("scheme"."name") between 1 and 800);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_start" CHECK ("scheme_version"."valid_from" >= "scheme_version"."published_on");--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_withdrawn" CHECK ("scheme_version"."withdrawn_on" >= "scheme_version"."published_on" and "scheme_version"."withdrawn_on" < "scheme_version"."valid_from");--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_extension" CHECK ("scheme_version"."extension_weeks" between 0 and 52);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_account" CHECK ("scheme_version"."account_within_weeks" between 1 and 104);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_kinds" CHECK (cardinality("scheme_version"."applicant_kinds") > 0 and "scheme_version"."applicant_kinds" <@ array['resident', 'group', 'legalPerson']);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_excluded" CHECK ("scheme_version"."excluded" <@ array['politics', 'religion', 'commercial', 'foodDrink', 'fundedElsewhere', 'officials']);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_legal_person" CHECK ("scheme_version"."legal_person_from_cents" is null or ("scheme_version"."legal_person_from_cents" >= 0 and 'legalPerson' = any("scheme_version"."applicant_kinds")));--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_cumulative" CHECK ("scheme_version"."cumulative_per_applicant_per_year_cents" >= "scheme_version"."max_amount_cents");--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_hour_rate" CHECK ("scheme_version"."hour_rate_max_cents" >= 0);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_advance_from" CHECK ("scheme_version"."advance_from_cents" >= 0);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_direct" CHECK ("scheme_version"."direct_settlement_up_to_cents" >= 0);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_receipts" CHECK ("scheme_version"."receipts_from_cents" >= "scheme_version"."direct_settlement_up_to_cents");--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_sample_pct" CHECK ("scheme_version"."sample_pct" between 1 and 100);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_sample_count" CHECK ("scheme_version"."sample_count" between 1 and 10000);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_sample" CHECK (num_nonnulls("scheme_version"."sample_pct", "scheme_version"."sample_count") = num_nonnulls("scheme_version"."sample_pick"));--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_sample_pick" CHECK ("scheme_version"."sample_pick" in ('even', 'byAmount', 'largest'));--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_weeks" CHECK ("scheme_version"."lead_time_weeks" between 0 and 52 and "scheme_version"."decision_weeks" between 1 and 52);--> statement-breakpoint
ALTER TABLE "support_tier" ADD CONSTRAINT "support_tier_radius" CHECK ("support_tier"."radius_metres" between 10 and 10000);--> statement-breakpoint
ALTER TABLE "support_tier" ADD CONSTRAINT "support_tier_min" CHECK ("support_tier"."min_for" between 1 and 10000 and "support_tier"."from_cents" >= 0);