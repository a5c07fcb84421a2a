CREATE TABLE "gemeente_logo" (
	"hash" char(64) PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "gemeente_logo_kind" CHECK ("gemeente_logo"."kind" in ('svg', 'png')),
	CONSTRAINT "gemeente_logo_hash" CHECK ("gemeente_logo"."hash" = encode(sha256("gemeente_logo"."content"), 'hex')),
	CONSTRAINT "gemeente_logo_bytes" CHECK (octet_length("gemeente_logo"."content") between 1 and 204800)
);
--> statement-breakpoint
CREATE TABLE "gemeente_settings" (
	"version" integer PRIMARY KEY NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"phone" text,
	"address" text,
	"reach" text,
	"bank_iban" text,
	"bank_name" text,
	"english" boolean NOT NULL,
	"theme" text NOT NULL,
	"action_colour" text,
	"header_colour" text,
	"footer_colour" text,
	"logo_hash" char(64),
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "gemeente_settings_texts" CHECK (char_length("gemeente_settings"."name") between 1 and 480 and char_length("gemeente_settings"."email") between 3 and 2032
        and char_length("gemeente_settings"."phone") <= 240 and char_length("gemeente_settings"."address") <= 1600
        and char_length("gemeente_settings"."reach") <= 4000 and char_length("gemeente_settings"."bank_name") <= 560),
	CONSTRAINT "gemeente_settings_account" CHECK (("gemeente_settings"."bank_iban" is null) = ("gemeente_settings"."bank_name" is null)),
	CONSTRAINT "gemeente_settings_theme" CHECK ("gemeente_settings"."theme" in ('vierstromen', 'noorderzijl')),
	CONSTRAINT "gemeente_settings_colours" CHECK (concat("gemeente_settings"."action_colour", "gemeente_settings"."header_colour", "gemeente_settings"."footer_colour") ~ '^(#[0-9a-f]{6})*$'),
	CONSTRAINT "gemeente_settings_saved" CHECK (("gemeente_settings"."saved_by" is null) = ("gemeente_settings"."version" = 1))
);
--> statement-breakpoint
ALTER TABLE "gemeente_settings" ADD CONSTRAINT "gemeente_settings_logo_hash_gemeente_logo_hash_fk" FOREIGN KEY ("logo_hash") REFERENCES "public"."gemeente_logo"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gemeente_settings" ADD CONSTRAINT "gemeente_settings_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;