CREATE TABLE "postcode_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" serial NOT NULL,
	"year" integer NOT NULL,
	"addresses" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"read_by" uuid,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "postcode_file_seq_unique" UNIQUE("seq"),
	CONSTRAINT "postcode_file_year" CHECK ("postcode_file"."year" between 2000 and 2099),
	CONSTRAINT "postcode_file_addresses" CHECK ("postcode_file"."addresses" > 0)
);
--> statement-breakpoint
CREATE TABLE "postcode_part" (
	"file_id" uuid NOT NULL,
	"postcode" text NOT NULL,
	"from_number" integer NOT NULL,
	"to_number" integer NOT NULL,
	"code" text NOT NULL,
	"addresses" integer NOT NULL,
	CONSTRAINT "postcode_part_file_id_postcode_from_number_pk" PRIMARY KEY("file_id","postcode","from_number"),
	CONSTRAINT "postcode_part_postcode" CHECK ("postcode_part"."postcode" ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
	CONSTRAINT "postcode_part_numbers" CHECK (1 <= "postcode_part"."from_number" and "postcode_part"."to_number" <= 99999),
	CONSTRAINT "postcode_part_code" CHECK ("postcode_part"."code" ~ '^BU[0-9]{4}[0-9A-Z]{4}$'),
	CONSTRAINT "postcode_part_addresses" CHECK ("postcode_part"."addresses" between 1 and "postcode_part"."to_number" - "postcode_part"."from_number" + 1)
);
--> statement-breakpoint
DROP TABLE "postcode_area" CASCADE;--> statement-breakpoint
ALTER TABLE "postcode_file" ADD CONSTRAINT "postcode_file_read_by_person_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode_part" ADD CONSTRAINT "postcode_part_file_id_postcode_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."postcode_file"("id") ON DELETE no action ON UPDATE no action;