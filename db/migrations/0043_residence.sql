CREATE TABLE "residence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" serial NOT NULL,
	"person_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"method" text NOT NULL,
	"since" date NOT NULL,
	"checked_by" uuid,
	"until" date,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "residence_seq_unique" UNIQUE("seq"),
	CONSTRAINT "residence_of" UNIQUE("id","person_id"),
	CONSTRAINT "residence_method" CHECK ("residence"."method" in ('self', 'letter', 'inPerson', 'list', 'oidc')),
	CONSTRAINT "residence_own_word" CHECK ("residence"."method" <> 'self' or "residence"."end_reason" is not null),
	CONSTRAINT "residence_checked" CHECK (("residence"."method" = 'inPerson') = ("residence"."checked_by" is not null)),
	CONSTRAINT "residence_by_another" CHECK ("residence"."checked_by" <> "residence"."person_id"),
	CONSTRAINT "residence_until" CHECK ("residence"."until" >= "residence"."since"),
	CONSTRAINT "residence_ended" CHECK (("residence"."until" is null) = ("residence"."ended_by" is null)),
	CONSTRAINT "residence_end_reason" CHECK ("residence"."end_reason" is null or "residence"."until" is not null),
	CONSTRAINT "residence_end_words" CHECK (char_length("residence"."end_reason") between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "residence_letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	"sealed_address" text,
	"asked_at" timestamp with time zone NOT NULL,
	"last_day" date NOT NULL,
	"batch_id" uuid,
	"wrong_tries" smallint DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "residence_letter_tries" CHECK ("residence_letter"."wrong_tries" between 0 and 5),
	CONSTRAINT "residence_letter_address" CHECK (("residence_letter"."sealed_address" is null) = ("residence_letter"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "residence_letter_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" serial NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "residence_letter_batch_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "residence_proof" (
	"residence_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"digest" char(64) NOT NULL,
	"ordinal" smallint DEFAULT 1 NOT NULL,
	"released_on" date,
	CONSTRAINT "residence_proof_residence_id_kind_pk" PRIMARY KEY("residence_id","kind"),
	CONSTRAINT "residence_proof_kind" CHECK ("residence_proof"."kind" in ('letter', 'list', 'oidc')),
	CONSTRAINT "residence_proof_ordinal" CHECK ("residence_proof"."ordinal" >= 1)
);
--> statement-breakpoint
CREATE TABLE "resident_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" serial NOT NULL,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"lines" integer NOT NULL,
	CONSTRAINT "resident_list_number_unique" UNIQUE("number"),
	CONSTRAINT "resident_list_lines" CHECK ("resident_list"."lines" >= 1)
);
--> statement-breakpoint
CREATE TABLE "resident_list_line" (
	"list_id" uuid NOT NULL,
	"digest" char(64) NOT NULL,
	"residents" smallint NOT NULL,
	CONSTRAINT "resident_list_line_list_id_digest_pk" PRIMARY KEY("list_id","digest"),
	CONSTRAINT "resident_list_line_residents" CHECK ("resident_list_line"."residents" between 1 and 999)
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_kind";--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "support_residence" text[] DEFAULT '{self,letter,inPerson,list,oidc}' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "submit_residence" text[] DEFAULT '{self,letter,inPerson,list,oidc}' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "vote_residence" text[] DEFAULT '{letter,inPerson,list,oidc}' NOT NULL;--> statement-breakpoint
ALTER TABLE "scheme_version" ADD COLUMN "sit_residence" text[] DEFAULT '{self,letter,inPerson,list,oidc}' NOT NULL;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence" ADD CONSTRAINT "residence_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence_letter" ADD CONSTRAINT "residence_letter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence_letter" ADD CONSTRAINT "residence_letter_area_id_area_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."area"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence_letter" ADD CONSTRAINT "residence_letter_printed" FOREIGN KEY ("batch_id") REFERENCES "public"."residence_letter_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence_letter_batch" ADD CONSTRAINT "residence_letter_batch_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residence_proof" ADD CONSTRAINT "residence_proof_of" FOREIGN KEY ("residence_id","person_id") REFERENCES "public"."residence"("id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resident_list" ADD CONSTRAINT "resident_list_read_by_person_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resident_list_line" ADD CONSTRAINT "resident_list_line_list_id_resident_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."resident_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "residence_one" ON "residence" USING btree ("person_id") WHERE "residence"."until" is null;--> statement-breakpoint
CREATE INDEX "residence_area" ON "residence" USING btree ("area_id");--> statement-breakpoint
CREATE UNIQUE INDEX "residence_letter_one" ON "residence_letter" USING btree ("person_id") WHERE "residence_letter"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "residence_letter_of_batch" ON "residence_letter" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "residence_proof_once" ON "residence_proof" USING btree ("kind","digest","ordinal") WHERE "residence_proof"."released_on" is null;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_kind" CHECK ("mail"."kind" in ('signIn', 'receipt', 'decision', 'payee', 'invitation', 'conflict', 'residence'));--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_support_residence" CHECK (cardinality("scheme_version"."support_residence") > 0 and "scheme_version"."support_residence" <@ '{self,letter,inPerson,list,oidc}'::text[]);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_submit_residence" CHECK (cardinality("scheme_version"."submit_residence") > 0 and "scheme_version"."submit_residence" <@ '{self,letter,inPerson,list,oidc}'::text[]);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_vote_residence" CHECK (cardinality("scheme_version"."vote_residence") > 0 and "scheme_version"."vote_residence" <@ '{self,letter,inPerson,list,oidc}'::text[]);--> statement-breakpoint
ALTER TABLE "scheme_version" ADD CONSTRAINT "scheme_version_sit_residence" CHECK (cardinality("scheme_version"."sit_residence") > 0 and "scheme_version"."sit_residence" <@ '{self,letter,inPerson,list,oidc}'::text[]);