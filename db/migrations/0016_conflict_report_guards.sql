-- Who has an interest in an item by what was said: declared it, accepted a report of it, or was ruled to have it.
CREATE FUNCTION in_conflict(item uuid, member uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM conflict_declaration c WHERE c.item_id = item AND c.membership_id = member)
    OR EXISTS (
      SELECT 1 FROM conflict_report r
        LEFT JOIN conflict_answer a ON a.report_id = r.id
        LEFT JOIN conflict_ruling u ON u.report_id = r.id
      WHERE r.item_id = item AND r.membership_id = member AND (a.answer = 'accepted' OR u.ruling = 'sustained')
    )
$$;
--> statement-breakpoint

-- The members of whom it is not known yet: somebody reported them, and it was neither accepted nor ruled on.
CREATE FUNCTION open_reports(item uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT r.membership_id FROM conflict_report r
    WHERE r.item_id = item
      AND NOT EXISTS (SELECT 1 FROM conflict_answer a WHERE a.report_id = r.id AND a.answer = 'accepted')
      AND NOT EXISTS (SELECT 1 FROM conflict_ruling u WHERE u.report_id = r.id)
$$;
--> statement-breakpoint

-- A report is by one member of the council about another who has a vote and no interest yet, before the decision.
CREATE FUNCTION assert_may_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  -- A vote or a decision at the same moment comes before or after, never beside.
  PERFORM 1 FROM agenda_item WHERE id = NEW.item_id FOR UPDATE;
  SELECT CASE
      WHEN seat.body_id <> meeting.body_id OR NOT seat.voting THEN 'report_of_member'
      WHEN reporting.body_id <> meeting.body_id THEN 'report_by_council'
      WHEN EXISTS (SELECT 1 FROM decision WHERE item_id = item.id) THEN 'report_before_decision'
      WHEN in_conflict(item.id, NEW.membership_id) THEN 'report_of_free_member'
    END INTO refused
  FROM agenda_item item
    JOIN meeting ON meeting.id = item.meeting_id
    JOIN membership ON membership.id = NEW.membership_id
    JOIN seat ON seat.id = membership.seat_id
    JOIN membership reporter ON reporter.id = NEW.reported_by
    JOIN seat reporting ON reporting.id = reporter.seat_id
  WHERE item.id = NEW.item_id;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'report refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER may_report BEFORE INSERT ON conflict_report FOR EACH ROW EXECUTE FUNCTION assert_may_report();
--> statement-breakpoint

-- Nothing more is said after the ruling.
CREATE FUNCTION assert_may_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM agenda_item WHERE id = (SELECT item_id FROM conflict_report WHERE id = NEW.report_id) FOR UPDATE;
  IF EXISTS (SELECT 1 FROM conflict_ruling WHERE report_id = NEW.report_id) THEN
    RAISE EXCEPTION 'answer refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_before_ruling';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER may_answer BEFORE INSERT ON conflict_answer FOR EACH ROW EXECUTE FUNCTION assert_may_answer();
--> statement-breakpoint

-- A ruling is by a third member of the council, on what was denied, or not answered ten minutes long in an open meeting.
CREATE FUNCTION assert_may_rule() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  PERFORM 1 FROM agenda_item WHERE id = (SELECT item_id FROM conflict_report WHERE id = NEW.report_id) FOR UPDATE;
  SELECT CASE
      WHEN NEW.ruled_by IN (report.membership_id, report.reported_by) THEN 'ruling_by_another'
      WHEN seat.body_id <> meeting.body_id THEN 'ruling_by_council'
      WHEN answer.answer = 'accepted' THEN 'ruling_on_denial'
      WHEN answer.answer IS NULL AND (meeting.state <> 'opened' OR NEW.ruled_at < report.reported_at + interval '10 minutes')
        THEN 'ruling_after_hearing'
    END INTO refused
  FROM conflict_report report
    LEFT JOIN conflict_answer answer ON answer.report_id = report.id
    JOIN agenda_item item ON item.id = report.item_id
    JOIN meeting ON meeting.id = item.meeting_id
    JOIN membership ON membership.id = NEW.ruled_by
    JOIN seat ON seat.id = membership.seat_id
  WHERE report.id = NEW.report_id;
  IF refused IS NOT NULL THEN
    RAISE EXCEPTION 'ruling refused' USING ERRCODE = 'check_violation', CONSTRAINT = refused;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER may_rule BEFORE INSERT ON conflict_ruling FOR EACH ROW EXECUTE FUNCTION assert_may_rule();
--> statement-breakpoint

-- A declaration comes before the decision: it strikes the vote of who had voted, and a decision is counted once.
CREATE FUNCTION assert_may_declare() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM agenda_item WHERE id = NEW.item_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM decision WHERE item_id = NEW.item_id) THEN
    RAISE EXCEPTION 'declaration refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'conflict_before_decision';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER may_declare BEFORE INSERT ON conflict_declaration FOR EACH ROW EXECUTE FUNCTION assert_may_declare();
--> statement-breakpoint

-- As before, and now also nobody of whom a report is open or stands.
CREATE OR REPLACE FUNCTION assert_may_vote() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE refused text;
BEGIN
  PERFORM 1 FROM agenda_item WHERE id = NEW.item_id FOR UPDATE;
  SELECT CASE
      WHEN seat.body_id <> meeting.body_id OR NOT seat.voting THEN 'vote_by_member'
      WHEN meeting.state <> 'opened' THEN 'vote_in_open_meeting'
      WHEN EXISTS (SELECT 1 FROM decision WHERE item_id = item.id) THEN 'vote_before_decision'
      WHEN in_conflict(item.id, NEW.membership_id) THEN 'vote_without_conflict'
      WHEN EXISTS (SELECT 1 FROM applicant a WHERE a.initiative_id = item.initiative_id AND a.person_id = membership.person_id) THEN 'vote_without_conflict'
      WHEN NEW.membership_id IN (SELECT open_reports(item.id)) THEN 'vote_without_report'
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

-- No decision while it is not known who may take part in it.
CREATE FUNCTION assert_no_open_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM agenda_item WHERE id = NEW.item_id FOR UPDATE;
  IF EXISTS (SELECT open_reports(NEW.item_id)) THEN
    RAISE EXCEPTION 'decision refused' USING ERRCODE = 'check_violation', CONSTRAINT = 'decision_without_open_report';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER no_open_report BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION assert_no_open_report();
--> statement-breakpoint

DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['conflict_report', 'conflict_answer', 'conflict_ruling']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', fact);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', fact);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON conflict_report, conflict_answer, conflict_ruling TO wijkkas_app;
