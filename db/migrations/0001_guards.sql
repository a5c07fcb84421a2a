-- What the tables cannot say by themselves: overlapping terms, append-only facts, balanced and chained entries,
-- who may vote, and what the app's role may touch.

CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE membership ADD CONSTRAINT membership_no_overlap
  EXCLUDE USING gist (seat_id WITH =, daterange(valid_from, valid_to) WITH &&);
--> statement-breakpoint
ALTER TABLE mandate ADD CONSTRAINT mandate_no_overlap
  EXCLUDE USING gist (body_id WITH =, daterange(valid_from, valid_to) WITH &&);
--> statement-breakpoint
ALTER TABLE scheme_version ADD CONSTRAINT scheme_version_no_overlap
  EXCLUDE USING gist (scheme_id WITH =, daterange(valid_from, valid_to) WITH &&);
--> statement-breakpoint

-- Facts are appended. Not even the owner changes one by accident.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['journal_entry', 'posting', 'council_vote', 'decision', 'initiative_event', 'audit_entry']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint

-- An entry extends its journal by exactly one link, in an open period. The first entry of a year opens its period;
-- a period cannot close while it is booked in.
CREATE FUNCTION extend_journal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO period (year) VALUES (extract(year FROM NEW.effective_on)) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM period WHERE year = extract(year FROM NEW.effective_on) AND closed_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'period of % is not open', NEW.effective_on USING ERRCODE = 'check_violation', CONSTRAINT = 'period_open';
  END IF;
  UPDATE journal SET last_number = NEW.number, last_hash = NEW.hash
    WHERE id = NEW.journal_id AND last_number = NEW.number - 1 AND last_hash = NEW.prev_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'entry % does not extend its journal', NEW.number USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_chain';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER extend_journal BEFORE INSERT ON journal_entry FOR EACH ROW EXECUTE FUNCTION extend_journal();
--> statement-breakpoint

-- Balances follow the postings and nothing else; the bounds of the account bind per source.
CREATE FUNCTION post_to_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE balance SET cents = cents + NEW.cents
    WHERE account_id = NEW.account_id AND source_id = NEW.source_id
    RETURNING cents INTO NEW.balance_after;
  IF NOT FOUND THEN
    INSERT INTO balance (account_id, source_id, cents, min_cents, max_cents)
      SELECT id, NEW.source_id, NEW.cents, min_cents, max_cents FROM account WHERE id = NEW.account_id
      ON CONFLICT (account_id, source_id) DO UPDATE SET cents = balance.cents + excluded.cents
      RETURNING cents INTO NEW.balance_after;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_to_balance BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION post_to_balance();
--> statement-breakpoint

-- At commit an entry has all its lines and is balanced per source. A line added to an old entry breaks its count.
CREATE FUNCTION assert_entry_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry journal_entry;
  wanted bigint := CASE TG_TABLE_NAME WHEN 'posting' THEN (to_jsonb(NEW) ->> 'entry_id')::bigint ELSE (to_jsonb(NEW) ->> 'id')::bigint END;
BEGIN
  SELECT * INTO entry FROM journal_entry WHERE id = wanted;
  IF (SELECT count(*) FROM posting WHERE entry_id = wanted) <> entry.line_count THEN
    RAISE EXCEPTION 'entry % does not have % lines', wanted, entry.line_count USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_whole';
  END IF;
  IF EXISTS (SELECT 1 FROM posting WHERE entry_id = wanted GROUP BY source_id HAVING sum(cents) <> 0) THEN
    RAISE EXCEPTION 'entry % is not balanced per source', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balanced';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER entry_whole AFTER INSERT ON journal_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION assert_entry_whole();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER posting_whole AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION assert_entry_whole();
--> statement-breakpoint

-- The lock that every act on a wijk's money takes first; the app's role may not update a journal itself.
CREATE FUNCTION lock_journal(wanted uuid) RETURNS TABLE (last_number integer, last_hash char(64))
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT journal.last_number, journal.last_hash FROM journal WHERE id = wanted FOR UPDATE
$$;
--> statement-breakpoint

-- Who may vote on an item (art. 28 Gemeentewet): a sitting voting member, present, without a conflict, while it is open.
CREATE FUNCTION assert_may_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  SELECT CASE
      WHEN seat.body_id <> meeting.body_id OR NOT seat.voting THEN 'vote_by_member'
      WHEN meeting.state <> 'opened' THEN 'vote_in_open_meeting'
      WHEN EXISTS (SELECT 1 FROM decision WHERE item_id = item.id) THEN 'vote_before_decision'
      WHEN EXISTS (SELECT 1 FROM conflict_declaration c WHERE c.item_id = item.id AND c.membership_id = NEW.membership_id) THEN 'vote_without_conflict'
      WHEN EXISTS (SELECT 1 FROM applicant a WHERE a.initiative_id = item.initiative_id AND a.person_id = membership.person_id) THEN 'vote_without_conflict'
      WHEN NOT EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = meeting.id AND a.membership_id = NEW.membership_id) THEN 'vote_by_present'
    END INTO refused
  FROM agenda_item item
    JOIN meeting ON meeting.id = item.meeting_id
    JOIN membership ON membership.id = NEW.membership_id
    JOIN seat ON seat.id = membership.seat_id
  WHERE item.id = NEW.item_id;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'vote refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER may_vote BEFORE INSERT ON council_vote FOR EACH ROW EXECUTE FUNCTION assert_may_vote();
--> statement-breakpoint

-- Jobs are queued in the transaction of the act; the queue's own tables stay out of the app's reach.
CREATE FUNCTION enqueue(task text, payload json) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload);
END $$;
--> statement-breakpoint

DO $$
BEGIN
  CREATE ROLE wijkkas_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('GRANT wijkkas_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  -- a superuser needs no grant, and newer versions refuse a circular one
  IF NOT pg_has_role(current_user, 'wijkkas_app', 'member') THEN RAISE; END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO wijkkas_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO wijkkas_app;
--> statement-breakpoint
REVOKE INSERT ON balance FROM wijkkas_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE ON cbs_area, area, area_cbs, postcode_area, person, credential, role_term, session, sign_in_attempt, rate_limit,
  mail, scheme_version, initiative, applicant, budget_line, support_statement, comment, seat, membership, mandate,
  meeting, agenda_item, pool_weight TO wijkkas_app;
--> statement-breakpoint
GRANT DELETE ON session, sign_in_attempt, rate_limit, applicant, budget_line, attendance, area_cbs TO wijkkas_app;
