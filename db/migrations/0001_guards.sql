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
  FOREACH fact IN ARRAY ARRAY['journal_entry', 'posting', 'council_vote', 'decision', 'initiative_event', 'audit_entry',
    'payee', 'settlement', 'payment_batch', 'payment_line', 'payment_verdict', 'payment_booking', 'bank_file', 'bank_statement',
    'bank_line', 'bank_match', 'money_task', 'money_task_end']
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
  INSERT INTO balance_day (account_id, source_id, day, cents)
    SELECT NEW.account_id, NEW.source_id, effective_on, NEW.cents FROM journal_entry WHERE id = NEW.entry_id
    ON CONFLICT (account_id, source_id, day) DO UPDATE SET cents = balance_day.cents + excluded.cents;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_to_balance BEFORE INSERT ON posting FOR EACH ROW EXECUTE FUNCTION post_to_balance();
--> statement-breakpoint

-- At commit an entry has all its lines and is balanced per source. A line added to an old entry breaks its count.
CREATE FUNCTION assert_entry_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wanted bigint;
  said integer;
  found integer;
  balanced boolean;
BEGIN
  IF TG_TABLE_NAME = 'posting' THEN wanted := NEW.entry_id; ELSE wanted := NEW.id; END IF;
  SELECT entry.line_count, coalesce(sum(per_source.lines), 0), coalesce(bool_and(per_source.cents = 0), true)
    INTO said, found, balanced
    FROM journal_entry entry
      LEFT JOIN (SELECT count(*) AS lines, sum(cents) AS cents FROM posting WHERE entry_id = wanted GROUP BY source_id) per_source ON true
    WHERE entry.id = wanted GROUP BY entry.id;
  IF found <> said THEN
    RAISE EXCEPTION 'entry % does not have % lines', wanted, said USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_whole';
  END IF;
  IF NOT balanced THEN
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

-- Where money stands in the pool of its own year: what the end of the year took out of a pool still counts there.
CREATE INDEX journal_entry_year_end ON journal_entry (id) WHERE kind = 'yearEnd';
--> statement-breakpoint
CREATE VIEW standing AS
  SELECT balance.account_id, balance.source_id, (balance.cents - coalesce(taken.cents, 0))::bigint AS cents
  FROM balance LEFT JOIN (
    SELECT posting.account_id, posting.source_id, sum(posting.cents) AS cents
    FROM journal_entry JOIN posting ON posting.entry_id = journal_entry.id
    WHERE journal_entry.kind = 'yearEnd' AND posting.cents > 0
      AND NOT EXISTS (SELECT 1 FROM journal_entry reversal WHERE reversal.reverses_id = journal_entry.id)
    GROUP BY 1, 2
  ) taken USING (account_id, source_id);
--> statement-breakpoint

-- A year closes once, when nothing of it is left to decide about; from then on nothing is booked in it.
CREATE FUNCTION close_period(wanted integer, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM period WHERE year = wanted AND closed_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'period % is not open', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'period_open';
  END IF;
  IF EXISTS (
    SELECT 1 FROM balance JOIN account ON account.id = balance.account_id JOIN pool ON pool.id = account.pool_id
    WHERE pool.year <= wanted AND account.kind IN ('available', 'reserved') AND balance.cents <> 0
  ) THEN
    RAISE EXCEPTION 'money of % is left', wanted USING ERRCODE = 'check_violation', CONSTRAINT = 'period_empty';
  END IF;
  UPDATE period SET closed_at = at WHERE year = wanted;
END $$;
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
REVOKE INSERT ON balance, balance_day, period FROM wijkkas_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO wijkkas_app;
--> statement-breakpoint
GRANT UPDATE ON cbs_area, area, area_cbs, postcode_area, person, credential, role_term, session, sign_in_attempt, rate_limit,
  mail, scheme_version, initiative, applicant, budget_line, support_statement, comment, seat, membership, mandate,
  meeting, agenda_item, pool_weight, money_task_progress TO wijkkas_app;
--> statement-breakpoint
GRANT DELETE ON session, sign_in_attempt, rate_limit, applicant, budget_line, attendance, area_cbs TO wijkkas_app;
