-- Whoever stopped their mail may have it again; nobody else's row is touched.
GRANT SELECT, INSERT, DELETE ON mail_stop TO wijkkas_app;
