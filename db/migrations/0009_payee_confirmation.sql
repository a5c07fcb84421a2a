CREATE TABLE "payee_confirmation" (
	"payee_id" uuid PRIMARY KEY NOT NULL,
	"recorded_by" uuid NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payee_confirmation_two_people" CHECK ("payee_confirmation"."confirmed_by" <> "payee_confirmation"."recorded_by")
);
--> statement-breakpoint
ALTER TABLE "payee" ADD COLUMN "waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "payee_confirmation" ADD CONSTRAINT "payee_confirmation_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payee" ADD CONSTRAINT "payee_recorder" UNIQUE("id","recorded_by");--> statement-breakpoint
ALTER TABLE "payee_confirmation" ADD CONSTRAINT "payee_confirmation_payee_id_recorded_by_payee_id_recorded_by_fk" FOREIGN KEY ("payee_id","recorded_by") REFERENCES "public"."payee"("id","recorded_by") ON DELETE no action ON UPDATE no action;
