-- Forms that were sent are kept for as long as they can be sent again, and not longer.
GRANT SELECT, INSERT, UPDATE, DELETE ON sent_form TO wijkkas_app;
--> statement-breakpoint

-- A key is one text: its uuid stands in small letters. What was booked before stays as it is, so that its hashes do.
ALTER TABLE journal_entry ADD CONSTRAINT journal_entry_key CHECK (
  idempotency_key !~* '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
  OR idempotency_key ~ '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
) NOT VALID;
