CREATE TABLE "area" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"own_geometry" jsonb,
	"own_inhabitants" integer,
	CONSTRAINT "area_slug_unique" UNIQUE("slug"),
	CONSTRAINT "area_kind" CHECK ("area"."kind" in ('gemeente', 'gebied', 'wijk', 'buurt', 'plek')),
	CONSTRAINT "area_validity" CHECK ("area"."valid_to" > "area"."valid_from"),
	CONSTRAINT "area_inhabitants" CHECK ("area"."own_inhabitants" >= 0),
	CONSTRAINT "area_not_own_parent" CHECK ("area"."parent_id" <> "area"."id"),
	CONSTRAINT "area_slug" CHECK ("area"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "area_cbs" (
	"area_id" uuid NOT NULL,
	"code" text NOT NULL,
	"year" integer NOT NULL,
	CONSTRAINT "area_cbs_area_id_code_year_pk" PRIMARY KEY("area_id","code","year"),
	CONSTRAINT "area_cbs_once_a_year" UNIQUE("code","year")
);
--> statement-breakpoint
CREATE TABLE "cbs_area" (
	"code" text NOT NULL,
	"year" integer NOT NULL,
	"name" text NOT NULL,
	"gemeente_code" text NOT NULL,
	"inhabitants" integer,
	"geometry" jsonb NOT NULL,
	CONSTRAINT "cbs_area_code_year_pk" PRIMARY KEY("code","year"),
	CONSTRAINT "cbs_area_code" CHECK ("cbs_area"."code" ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'),
	CONSTRAINT "cbs_area_inhabitants" CHECK ("cbs_area"."inhabitants" >= 0)
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"gemeente_id" uuid NOT NULL,
	"demonstration" boolean NOT NULL,
	CONSTRAINT "installation_one" CHECK ("installation"."one" = 1)
);
--> statement-breakpoint
CREATE TABLE "postcode_area" (
	"postcode" text PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "postcode_area_postcode" CHECK ("postcode_area"."postcode" ~ '^[1-9][0-9]{3}([A-Z]{2})?$')
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"initiative_id" uuid NOT NULL,
	"earlier" text,
	"proposed_cents" bigint NOT NULL,
	CONSTRAINT "agenda_item_once" UNIQUE("meeting_id","initiative_id"),
	CONSTRAINT "agenda_item_position" UNIQUE("meeting_id","position"),
	CONSTRAINT "agenda_item_earlier" CHECK ("agenda_item"."earlier" in ('postponed', 'invalid')),
	CONSTRAINT "agenda_item_proposed" CHECK ("agenda_item"."proposed_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"meeting_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attendance_meeting_id_membership_id_pk" PRIMARY KEY("meeting_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "body" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "body_slug_unique" UNIQUE("slug"),
	CONSTRAINT "body_one_per_area" UNIQUE("area_id","kind"),
	CONSTRAINT "body_kind" CHECK ("body"."kind" in ('buurtraad', 'stadsraad'))
);
--> statement-breakpoint
CREATE TABLE "conflict_declaration" (
	"item_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"source" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_declaration_item_id_membership_id_pk" PRIMARY KEY("item_id","membership_id"),
	CONSTRAINT "conflict_source" CHECK ("conflict_declaration"."source" in ('applicant', 'coApplicant', 'declared'))
);
--> statement-breakpoint
CREATE TABLE "council_vote" (
	"item_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"choice" text NOT NULL,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "council_vote_item_id_membership_id_pk" PRIMARY KEY("item_id","membership_id"),
	CONSTRAINT "council_vote_choice" CHECK ("council_vote"."choice" in ('for', 'against', 'blank'))
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"mandate_cents" bigint NOT NULL,
	"seats" smallint NOT NULL,
	"sitting" smallint NOT NULL,
	"present" smallint NOT NULL,
	"conflicted" smallint NOT NULL,
	"votes_for" smallint NOT NULL,
	"votes_against" smallint NOT NULL,
	"votes_blank" smallint NOT NULL,
	"reasons" text NOT NULL,
	"decided_on" date NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_item_id_unique" UNIQUE("item_id"),
	CONSTRAINT "decision_number" UNIQUE("body_id","year","number"),
	CONSTRAINT "decision_outcome" CHECK ("decision"."outcome" in ('adopted', 'notAdopted', 'invalid', 'postponed', 'referred')),
	CONSTRAINT "decision_reasons" CHECK ("decision"."outcome" <> 'notAdopted' or char_length("decision"."reasons") >= 10),
	CONSTRAINT "decision_within_mandate" CHECK ("decision"."outcome" <> 'adopted' or "decision"."amount_cents" <= "decision"."mandate_cents"),
	CONSTRAINT "decision_counts" CHECK ("decision"."sitting" <= "decision"."seats" and "decision"."present" <= "decision"."sitting" and "decision"."votes_for" + "decision"."votes_against" + "decision"."votes_blank" + "decision"."conflicted" <= "decision"."sitting"),
	CONSTRAINT "decision_majority" CHECK ("decision"."outcome" <> 'adopted' or 2 * "decision"."votes_for" > "decision"."votes_for" + "decision"."votes_against")
);
--> statement-breakpoint
CREATE TABLE "mandate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"max_per_decision_cents" bigint NOT NULL,
	"max_per_applicant_per_year_cents" bigint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "mandate_amounts" CHECK ("mandate"."max_per_decision_cents" > 0 and "mandate"."max_per_applicant_per_year_cents" > 0),
	CONSTRAINT "mandate_validity" CHECK ("mandate"."valid_to" > "mandate"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"state" text NOT NULL,
	"reconvenes" uuid,
	CONSTRAINT "meeting_state" CHECK ("meeting"."state" in ('planned', 'opened', 'closed', 'failed')),
	CONSTRAINT "meeting_place" CHECK (char_length("meeting"."place") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seat_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "membership_duty" CHECK ("membership"."duty" in ('member', 'chair', 'secretary')),
	CONSTRAINT "membership_validity" CHECK ("membership"."valid_to" > "membership"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "seat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"type" text NOT NULL,
	"voting" boolean NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "seat_type" CHECK ("seat"."type" in ('resident', 'professional', 'networker', 'areaManager')),
	CONSTRAINT "seat_validity" CHECK ("seat"."valid_to" > "seat"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "applicant" (
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "applicant_initiative_id_person_id_pk" PRIMARY KEY("initiative_id","person_id"),
	CONSTRAINT "applicant_part" CHECK ("applicant"."part" in ('applicant', 'coApplicant'))
);
--> statement-breakpoint
CREATE TABLE "budget_line" (
	"initiative_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"description" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_cents" bigint NOT NULL,
	CONSTRAINT "budget_line_initiative_id_position_pk" PRIMARY KEY("initiative_id","position"),
	CONSTRAINT "budget_line_description" CHECK (char_length("budget_line"."description") between 1 and 120),
	CONSTRAINT "budget_line_quantity" CHECK ("budget_line"."quantity" between 1 and 100000),
	CONSTRAINT "budget_line_unit" CHECK ("budget_line"."unit_cents" between 1 and 100000000)
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"initiative_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"argument" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"moderator_id" uuid,
	"moderated_at" timestamp with time zone,
	"refusal_reason" text,
	CONSTRAINT "comment_argument" CHECK ("comment"."argument" in ('for', 'against', 'question')),
	CONSTRAINT "comment_body" CHECK (char_length("comment"."body") between 1 and 2000),
	CONSTRAINT "comment_state" CHECK ("comment"."state" in ('pending', 'accepted', 'refused')),
	CONSTRAINT "comment_moderated" CHECK (("comment"."state" = 'pending') = ("comment"."moderated_at" is null) and ("comment"."state" = 'pending') = ("comment"."moderator_id" is null)),
	CONSTRAINT "comment_refusal" CHECK (("comment"."state" = 'refused') = ("comment"."refusal_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "initiative" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"area_id" uuid NOT NULL,
	"scheme_version_id" uuid,
	"state" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"theme" text,
	"target_group" text,
	"place" text DEFAULT '' NOT NULL,
	"starts_on" date,
	"participants" integer,
	"own_contribution_cents" bigint DEFAULT 0 NOT NULL,
	"requested_cents" bigint DEFAULT 0 NOT NULL,
	"granted_cents" bigint,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_on" date,
	"decide_by" date,
	"referred_because" text,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('dutch', title), 'A') || setweight(to_tsvector('dutch', summary), 'B') || to_tsvector('dutch', story || ' ' || place)) STORED,
	CONSTRAINT "initiative_number_unique" UNIQUE("number"),
	CONSTRAINT "initiative_state" CHECK ("initiative"."state" in ('draft', 'gathering', 'submitted', 'onAgenda', 'granted', 'partlyGranted', 'rejected', 'withdrawn')),
	CONSTRAINT "initiative_target_group" CHECK ("initiative"."target_group" in ('young', 'adult', 'senior')),
	CONSTRAINT "initiative_title" CHECK (char_length("initiative"."title") <= 100),
	CONSTRAINT "initiative_summary" CHECK (char_length("initiative"."summary") <= 300),
	CONSTRAINT "initiative_story" CHECK (char_length("initiative"."story") <= 5000),
	CONSTRAINT "initiative_place" CHECK (char_length("initiative"."place") <= 200),
	CONSTRAINT "initiative_participants" CHECK ("initiative"."participants" between 1 and 100000),
	CONSTRAINT "initiative_money" CHECK ("initiative"."own_contribution_cents" >= 0 and "initiative"."requested_cents" >= 0),
	CONSTRAINT "initiative_granted" CHECK ("initiative"."granted_cents" > 0 and "initiative"."granted_cents" <= "initiative"."requested_cents"),
	CONSTRAINT "initiative_granted_state" CHECK (("initiative"."granted_cents" is not null) = ("initiative"."state" in ('granted', 'partlyGranted'))),
	CONSTRAINT "initiative_submitted" CHECK ("initiative"."state" in ('draft', 'gathering', 'withdrawn') or ("initiative"."submitted_on" is not null and "initiative"."scheme_version_id" is not null and "initiative"."decide_by" is not null and "initiative"."starts_on" is not null and "initiative"."theme" is not null and "initiative"."title" <> '' and "initiative"."requested_cents" > 0))
);
--> statement-breakpoint
CREATE TABLE "initiative_event" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"initiative_id" uuid NOT NULL,
	"act" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text,
	"decision_id" uuid,
	"entry_id" bigint
);
--> statement-breakpoint
CREATE TABLE "scheme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"legal_regime" text NOT NULL,
	CONSTRAINT "scheme_regime" CHECK ("scheme"."legal_regime" in ('college', 'bestuurscommissie', 'stichting'))
);
--> statement-breakpoint
CREATE TABLE "scheme_area" (
	"scheme_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "scheme_area_scheme_id_area_id_pk" PRIMARY KEY("scheme_id","area_id"),
	CONSTRAINT "scheme_area_area_id_unique" UNIQUE("area_id")
);
--> statement-breakpoint
CREATE TABLE "scheme_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scheme_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"max_amount_cents" bigint NOT NULL,
	"min_age" smallint NOT NULL,
	"lead_time_weeks" smallint NOT NULL,
	"decision_weeks" smallint NOT NULL,
	"own_contribution_pct" smallint NOT NULL,
	"advance_pct" smallint NOT NULL,
	"carry_over" boolean NOT NULL,
	CONSTRAINT "scheme_version_from" UNIQUE("scheme_id","valid_from"),
	CONSTRAINT "scheme_version_validity" CHECK ("scheme_version"."valid_to" > "scheme_version"."valid_from"),
	CONSTRAINT "scheme_version_max" CHECK ("scheme_version"."max_amount_cents" > 0),
	CONSTRAINT "scheme_version_age" CHECK ("scheme_version"."min_age" between 0 and 99),
	CONSTRAINT "scheme_version_weeks" CHECK ("scheme_version"."lead_time_weeks" >= 0 and "scheme_version"."decision_weeks" > 0),
	CONSTRAINT "scheme_version_advance" CHECK ("scheme_version"."advance_pct" between 0 and 100),
	CONSTRAINT "scheme_version_own" CHECK ("scheme_version"."own_contribution_pct" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "support_statement" (
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "support_statement_initiative_id_person_id_pk" PRIMARY KEY("initiative_id","person_id"),
	CONSTRAINT "support_statement_stance" CHECK ("support_statement"."stance" in ('for', 'against', 'none'))
);
--> statement-breakpoint
CREATE TABLE "support_tier" (
	"scheme_version_id" uuid NOT NULL,
	"from_cents" bigint NOT NULL,
	"min_for" integer NOT NULL,
	CONSTRAINT "support_tier_scheme_version_id_from_cents_pk" PRIMARY KEY("scheme_version_id","from_cents"),
	CONSTRAINT "support_tier_min" CHECK ("support_tier"."min_for" > 0 and "support_tier"."from_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"pool_id" uuid,
	"initiative_id" uuid,
	"detail" text,
	"min_cents" bigint,
	"max_cents" bigint,
	CONSTRAINT "account_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "balance" (
	"account_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"cents" bigint NOT NULL,
	"min_cents" bigint,
	"max_cents" bigint,
	CONSTRAINT "balance_account_id_source_id_pk" PRIMARY KEY("account_id","source_id"),
	CONSTRAINT "balance_min" CHECK ("balance"."cents" >= "balance"."min_cents"),
	CONSTRAINT "balance_max" CHECK ("balance"."cents" <= "balance"."max_cents")
);
--> statement-breakpoint
CREATE TABLE "balance_day" (
	"account_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"day" date NOT NULL,
	"cents" bigint NOT NULL,
	CONSTRAINT "balance_day_account_id_source_id_day_pk" PRIMARY KEY("account_id","source_id","day")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"area_id" uuid,
	"last_number" integer DEFAULT 0 NOT NULL,
	"last_hash" char(64) NOT NULL,
	CONSTRAINT "journal_code_unique" UNIQUE("code"),
	CONSTRAINT "journal_area_id_unique" UNIQUE("area_id")
);
--> statement-breakpoint
CREATE TABLE "journal_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"journal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" char(64) NOT NULL,
	"effective_on" date NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	"reverses_id" bigint,
	"link_group" uuid,
	"decision_id" uuid,
	"actor_id" uuid,
	"reason" text NOT NULL,
	"line_count" smallint NOT NULL,
	"prev_hash" char(64) NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "journal_entry_idempotency_key_unique" UNIQUE("idempotency_key"),
	CONSTRAINT "journal_entry_reverses_id_unique" UNIQUE("reverses_id"),
	CONSTRAINT "journal_entry_hash_unique" UNIQUE("hash"),
	CONSTRAINT "journal_entry_number" UNIQUE("journal_id","number"),
	CONSTRAINT "journal_entry_lines" CHECK ("journal_entry"."line_count" >= 2),
	CONSTRAINT "journal_entry_reason" CHECK (char_length("journal_entry"."reason") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "period" (
	"year" integer PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "pool" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid NOT NULL,
	"year" integer NOT NULL,
	CONSTRAINT "pool_once" UNIQUE("area_id","year")
);
--> statement-breakpoint
CREATE TABLE "pool_weight" (
	"pool_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"weight_cents" bigint NOT NULL,
	"since_entry_id" bigint NOT NULL,
	CONSTRAINT "pool_weight_pool_id_source_id_pk" PRIMARY KEY("pool_id","source_id"),
	CONSTRAINT "pool_weight_positive" CHECK ("pool_weight"."weight_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"entry_id" bigint NOT NULL,
	"line" smallint NOT NULL,
	"account_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"cents" bigint NOT NULL,
	"task_field" text NOT NULL,
	"balance_after" bigint NOT NULL,
	CONSTRAINT "posting_entry_id_line_pk" PRIMARY KEY("entry_id","line"),
	CONSTRAINT "posting_not_zero" CHECK ("posting"."cents" <> 0),
	CONSTRAINT "posting_line" CHECK ("posting"."line" >= 1),
	CONSTRAINT "posting_task_field" CHECK ("posting"."task_field" ~ '^[0-9]{1,2}[.][0-9]{1,3}$')
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kolom" text NOT NULL,
	"year" integer NOT NULL,
	"funder" text NOT NULL,
	"theme" text,
	"target_group" text,
	"area_id" uuid,
	"valid_from" date,
	"expires_on" date,
	"rollover" text NOT NULL,
	"rollover_pct" smallint DEFAULT 0 NOT NULL,
	"position" serial NOT NULL,
	CONSTRAINT "source_code_unique" UNIQUE("code"),
	CONSTRAINT "source_position_unique" UNIQUE("position"),
	CONSTRAINT "source_kolom" CHECK ("source"."kolom" in ('wmo', 'jeugd', 'participatie', 'leefbaarheid', 'sponsor', 'corporatie', 'fonds', 'eigen_bijdrage', 'wijkbv')),
	CONSTRAINT "source_theme" CHECK ("source"."theme" in ('ontmoeten', 'groen', 'sport', 'jeugd', 'zorg', 'veiligheid', 'kunst', 'duurzaam')),
	CONSTRAINT "source_target_group" CHECK ("source"."target_group" in ('young', 'adult', 'senior')),
	CONSTRAINT "source_validity" CHECK ("source"."valid_from" <= "source"."expires_on"),
	CONSTRAINT "source_rollover" CHECK ("source"."rollover" in ('lapses', 'percentage', 'stays')),
	CONSTRAINT "source_rollover_pct" CHECK ("source"."rollover_pct" between 0 and 100 and ("source"."rollover_pct" > 0) = ("source"."rollover" = 'percentage'))
);
--> statement-breakpoint
CREATE TABLE "bank_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" char(64) NOT NULL,
	"text" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_file_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "bank_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"statement_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"booked_on" date NOT NULL,
	"cents" bigint NOT NULL,
	"end_to_end_id" text,
	"counter_name" text,
	"counter_iban" text,
	"text" text NOT NULL,
	"return_reason" text,
	CONSTRAINT "bank_line_position" UNIQUE("statement_id","position"),
	CONSTRAINT "bank_line_not_zero" CHECK ("bank_line"."cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "bank_match" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payment_line_id" uuid,
	"entry_id" bigint,
	"matched_by" uuid NOT NULL,
	"matched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bank_match_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "bank_match_payment" UNIQUE("kind","payment_line_id"),
	CONSTRAINT "bank_match_kind" CHECK ("bank_match"."kind" in ('payment', 'return', 'receipt', 'clawback')),
	CONSTRAINT "bank_match_payment_line" CHECK (("bank_match"."kind" in ('payment', 'return')) = ("bank_match"."payment_line_id" is not null)),
	CONSTRAINT "bank_match_entry" CHECK (("bank_match"."kind" = 'payment') = ("bank_match"."entry_id" is null))
);
--> statement-breakpoint
CREATE TABLE "bank_statement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"iban" text NOT NULL,
	"statement_id" text NOT NULL,
	"from_on" date,
	"to_on" date,
	"opening_cents" bigint NOT NULL,
	"closing_cents" bigint NOT NULL,
	CONSTRAINT "bank_statement_once" UNIQUE("iban","statement_id")
);
--> statement-breakpoint
CREATE TABLE "money_task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"year" integer,
	"file_id" uuid,
	"preview_hash" char(64),
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "money_task_kind" CHECK ("money_task"."kind" in ('statement', 'yearEnd')),
	CONSTRAINT "money_task_statement" CHECK (("money_task"."kind" = 'statement') = ("money_task"."file_id" is not null)),
	CONSTRAINT "money_task_year_end" CHECK (("money_task"."kind" = 'yearEnd') = ("money_task"."year" is not null and "money_task"."preview_hash" is not null))
);
--> statement-breakpoint
CREATE TABLE "money_task_end" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"refusal" text,
	"detail" text,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "money_task_progress" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "money_task_progress_part" CHECK ("money_task_progress"."done" between 0 and "money_task_progress"."total")
);
--> statement-breakpoint
CREATE TABLE "payee" (
	"id" uuid PRIMARY KEY NOT NULL,
	"initiative_id" uuid NOT NULL,
	"iban" text NOT NULL,
	"name" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"seq" bigserial NOT NULL,
	CONSTRAINT "payee_iban" CHECK ("payee"."iban" ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
	CONSTRAINT "payee_name" CHECK (char_length("payee"."name") between 1 and 70)
);
--> statement-breakpoint
CREATE TABLE "payment_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" serial NOT NULL,
	"execute_on" date NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_batch_number_unique" UNIQUE("number"),
	CONSTRAINT "payment_batch_maker" UNIQUE("id","made_by")
);
--> statement-breakpoint
CREATE TABLE "payment_booking" (
	"line_id" uuid PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	CONSTRAINT "payment_booking_entry_id_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "payment_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"initiative_id" uuid NOT NULL,
	"payee_id" uuid NOT NULL,
	"cents" bigint NOT NULL,
	"end_to_end_id" text NOT NULL,
	CONSTRAINT "payment_line_end_to_end_id_unique" UNIQUE("end_to_end_id"),
	CONSTRAINT "payment_line_position" UNIQUE("batch_id","position"),
	CONSTRAINT "payment_line_once" UNIQUE("batch_id","initiative_id"),
	CONSTRAINT "payment_line_cents" CHECK ("payment_line"."cents" > 0),
	CONSTRAINT "payment_line_end_to_end" CHECK ("payment_line"."end_to_end_id" ~ '^[A-Z0-9-]{1,35}$')
);
--> statement-breakpoint
CREATE TABLE "payment_verdict" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"verdict" text NOT NULL,
	"made_by" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "payment_verdict_kind" CHECK ("payment_verdict"."verdict" in ('approved', 'withdrawn')),
	CONSTRAINT "payment_verdict_two_people" CHECK ("payment_verdict"."verdict" = 'withdrawn' or "payment_verdict"."given_by" <> "payment_verdict"."made_by")
);
--> statement-breakpoint
CREATE TABLE "settlement" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"initiative_id" uuid NOT NULL,
	"cost_cents" bigint NOT NULL,
	"other_income_cents" bigint NOT NULL,
	"settled_cents" bigint NOT NULL,
	"ground" text,
	"explanation" text NOT NULL,
	"settled_on" date NOT NULL,
	CONSTRAINT "settlement_amounts" CHECK ("settlement"."cost_cents" >= 0 and "settlement"."other_income_cents" >= 0 and "settlement"."settled_cents" >= 0 and "settlement"."settled_cents" <= greatest(0, "settlement"."cost_cents" - "settlement"."other_income_cents")),
	CONSTRAINT "settlement_ground" CHECK ("settlement"."ground" in ('notDone', 'obligations', 'wrongInformation', 'wrongGrant')),
	CONSTRAINT "settlement_explanation" CHECK (char_length("settlement"."explanation") between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret" text NOT NULL,
	"totp_confirmed_at" timestamp with time zone,
	"totp_last_step" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"lang" text DEFAULT 'nl' NOT NULL,
	"subject" text NOT NULL,
	"body" text,
	"path" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "mail_path" CHECK ("mail"."path" like '/%')
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"area_id" uuid,
	"born_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"persona" text,
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_email" CHECK ("person"."email" = lower("person"."email") and "person"."email" like '%_@_%'),
	CONSTRAINT "person_name" CHECK (char_length("person"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "role_term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"area_id" uuid,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "role_term_validity" CHECK ("role_term"."valid_to" > "role_term"."valid_from"),
	CONSTRAINT "role_term_role" CHECK ("role_term"."role" in ('networker', 'areaManager', 'controller', 'payer', 'moderator', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"assurance" text NOT NULL,
	CONSTRAINT "session_assurance" CHECK ("session"."assurance" in ('code', 'strong')),
	CONSTRAINT "session_id_hashed" CHECK ("session"."id" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"secret_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_attempt_kind" CHECK ("sign_in_attempt"."kind" in ('code', 'password', 'invitation')),
	CONSTRAINT "sign_in_attempt_tries" CHECK ("sign_in_attempt"."tries" between 0 and 5)
);
--> statement-breakpoint
ALTER TABLE "area" ADD CONSTRAINT "area_parent_id_area_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_cbs" ADD CONSTRAINT "area_cbs_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_cbs" ADD CONSTRAINT "area_cbs_code_year_cbs_area_code_year_fk" FOREIGN KEY ("code","year") REFERENCES "public"."cbs_area"("code","year") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation" ADD CONSTRAINT "installation_gemeente_id_area_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode_area" ADD CONSTRAINT "postcode_area_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declaration" ADD CONSTRAINT "conflict_declaration_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declaration" ADD CONSTRAINT "conflict_declaration_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_vote" ADD CONSTRAINT "council_vote_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_vote" ADD CONSTRAINT "council_vote_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_item_id_agenda_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_reconvenes_meeting_id_fk" FOREIGN KEY ("reconvenes") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_seat_id_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat" ADD CONSTRAINT "seat_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant" ADD CONSTRAINT "applicant_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant" ADD CONSTRAINT "applicant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_moderator_id_person_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_scheme_version_id_scheme_version_id_fk" FOREIGN KEY ("scheme_version_id") REFERENCES "public"."scheme_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_area" ADD CONSTRAINT "scheme_area_scheme_id_scheme_id_fk" FOREIGN KEY ("scheme_id") REFERENCES "public"."scheme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_area" ADD CONSTRAINT "scheme_area_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_scheme_id_scheme_id_fk" FOREIGN KEY ("scheme_id") REFERENCES "public"."scheme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_statement" ADD CONSTRAINT "support_statement_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_statement" ADD CONSTRAINT "support_statement_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_tier" ADD CONSTRAINT "support_tier_scheme_version_id_scheme_version_id_fk" FOREIGN KEY ("scheme_version_id") REFERENCES "public"."scheme_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_pool_id_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance" ADD CONSTRAINT "balance_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance" ADD CONSTRAINT "balance_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_day" ADD CONSTRAINT "balance_day_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_day" ADD CONSTRAINT "balance_day_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_journal_id_journal_id_fk" FOREIGN KEY ("journal_id") REFERENCES "public"."journal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entry" ADD CONSTRAINT "journal_entry_reverses_id_journal_entry_id_fk" FOREIGN KEY ("reverses_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool" ADD CONSTRAINT "pool_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_weight" ADD CONSTRAINT "pool_weight_pool_id_pool_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pool"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_weight" ADD CONSTRAINT "pool_weight_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_weight" ADD CONSTRAINT "pool_weight_since_entry_id_journal_entry_id_fk" FOREIGN KEY ("since_entry_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_entry_id_journal_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_file" ADD CONSTRAINT "bank_file_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_line" ADD CONSTRAINT "bank_line_statement_id_bank_statement_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."bank_statement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_line_id_bank_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."bank_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_payment_line_id_payment_line_id_fk" FOREIGN KEY ("payment_line_id") REFERENCES "public"."payment_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_entry_id_journal_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_match" ADD CONSTRAINT "bank_match_matched_by_person_id_fk" FOREIGN KEY ("matched_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_statement" ADD CONSTRAINT "bank_statement_file_id_bank_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."bank_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_task" ADD CONSTRAINT "money_task_file_id_bank_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."bank_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_task" ADD CONSTRAINT "money_task_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_task_end" ADD CONSTRAINT "money_task_end_task_id_money_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."money_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_task_progress" ADD CONSTRAINT "money_task_progress_task_id_money_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."money_task"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payee" ADD CONSTRAINT "payee_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payee" ADD CONSTRAINT "payee_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_booking" ADD CONSTRAINT "payment_booking_line_id_payment_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."payment_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_booking" ADD CONSTRAINT "payment_booking_entry_id_journal_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_batch_id_payment_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payment_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_payee_id_payee_id_fk" FOREIGN KEY ("payee_id") REFERENCES "public"."payee"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_verdict" ADD CONSTRAINT "payment_verdict_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_verdict" ADD CONSTRAINT "payment_verdict_batch_id_made_by_payment_batch_id_made_by_fk" FOREIGN KEY ("batch_id","made_by") REFERENCES "public"."payment_batch"("id","made_by") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_entry_id_journal_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_term" ADD CONSTRAINT "role_term_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_term" ADD CONSTRAINT "role_term_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_parent" ON "area" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "agenda_item_initiative" ON "agenda_item" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "decision_initiative" ON "decision" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "mandate_body" ON "mandate" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "meeting_body" ON "meeting" USING btree ("body_id","starts_at");--> statement-breakpoint
CREATE INDEX "membership_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_body" ON "seat" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "applicant_person" ON "applicant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "comment_initiative" ON "comment" USING btree ("initiative_id","state");--> statement-breakpoint
CREATE INDEX "initiative_area_state" ON "initiative" USING btree ("area_id","state");--> statement-breakpoint
CREATE INDEX "initiative_search" ON "initiative" USING gin ("search");--> statement-breakpoint
CREATE INDEX "initiative_event_initiative" ON "initiative_event" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "account_pool" ON "account" USING btree ("pool_id","kind");--> statement-breakpoint
CREATE INDEX "account_initiative" ON "account" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "posting_account" ON "posting" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "bank_match_line" ON "bank_match" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "payee_initiative" ON "payee" USING btree ("initiative_id","seq");--> statement-breakpoint
CREATE INDEX "settlement_initiative" ON "settlement" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "role_term_person" ON "role_term" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_email" ON "sign_in_attempt" USING btree ("email");