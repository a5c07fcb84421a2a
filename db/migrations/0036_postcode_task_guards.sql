-- Only how far it is and how it ended may change; no page for everybody shows any of it.
GRANT SELECT, INSERT ON postcode_task TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE (lines, percent, outcome, problems, more, ended_at) ON postcode_task TO wijkkas_app;
