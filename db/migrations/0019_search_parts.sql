CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
DROP INDEX "initiative_search";--> statement-breakpoint
ALTER TABLE "initiative" ADD COLUMN "folded" text GENERATED ALWAYS AS (translate(lower(title || ' ' || summary || ' ' || place), 'áàâäãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy')) STORED;--> statement-breakpoint
CREATE INDEX "initiative_folded" ON "initiative" USING gin ("folded" gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "initiative_search" ON "initiative" USING gin ("search") WITH (fastupdate=false);
