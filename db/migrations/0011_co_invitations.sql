CREATE TABLE "co_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"initiative_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" char(64) NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "co_invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "co_invitation_once" UNIQUE("initiative_id","email"),
	CONSTRAINT "co_invitation_email" CHECK ("co_invitation"."email" = lower("co_invitation"."email") and "co_invitation"."email" like '%_@_%'),
	CONSTRAINT "co_invitation_term" CHECK ("co_invitation"."expires_at" > "co_invitation"."invited_at"),
	CONSTRAINT "co_invitation_answer" CHECK ("co_invitation"."answer" in ('accepted', 'refused')),
	CONSTRAINT "co_invitation_answered" CHECK (("co_invitation"."answer" is null) = ("co_invitation"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "co_invitation" ADD CONSTRAINT "co_invitation_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_invitation" ADD CONSTRAINT "co_invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "co_invitation_email" ON "co_invitation" USING btree ("email");