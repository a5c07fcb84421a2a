import { eq, sql } from 'drizzle-orm';
import { decideMotion } from '~/domain/council/motion';
import { type Queryable } from '../client';
import { agendaItem, decision, meeting } from '../schema';
import { check, type Check, type Finding } from './check';

/** Quorum, valid vote, majority and tie once more, from the numbers that the decision itself gives. */
const decisionOutcome: Check = {
  id: 'decision-outcome',
  meaning:
    'Every decision says what its numbers of members and votes lead to (art. 20, 29, 30 and 32 Gemeentewet).',
  find: async (db: Queryable) => {
    const rows = await db
      .select({ decision, earlier: agendaItem.earlier, reconvenes: meeting.reconvenes })
      .from(decision)
      .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
      .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId));
    return rows.flatMap(violated);
  },
};

type Row = {
  decision: typeof decision.$inferSelect;
  earlier: 'postponed' | 'invalid' | null;
  reconvenes: string | null;
};

function violated({ decision: said, earlier, reconvenes }: Row): Finding[] {
  if (said.outcome === 'referred') return [];
  const votes = said.votesFor + said.votesAgainst + said.votesBlank;
  if (votes > said.present) return [{ subject: said.id, detail: 'more votes than members present' }];
  const { outcome } = decideMotion({
    ...said,
    for: said.votesFor,
    against: said.votesAgainst,
    blank: said.votesBlank,
    reconvened: reconvenes !== null,
    alreadyPostponed: earlier === 'postponed',
    revoteOfInvalid: earlier === 'invalid',
  });
  return outcome === said.outcome
    ? []
    : [{ subject: said.id, detail: `says ${said.outcome}, is ${outcome}` }];
}

/** A vote that does not count: its member declared an interest, accepted a report of one, or was ruled to have it. */
const struck = sql`(
  exists (select 1 from conflict_declaration c where c.item_id = v.item_id and c.membership_id = v.membership_id)
  or exists (select 1 from conflict_report r
    left join conflict_answer a on a.report_id = r.id left join conflict_ruling u on u.report_id = r.id
    where r.item_id = v.item_id and r.membership_id = v.membership_id
      and (a.answer = 'accepted' or u.ruling = 'sustained')))`;

const amsterdam = (instant: ReturnType<typeof sql>) =>
  sql`(${instant} at time zone 'Europe/Amsterdam')::date`;

/** What must be true of councils, votes and decisions (domain.md §3). */
export const councilChecks: readonly Check[] = [
  decisionOutcome,
  check(
    'decision-votes',
    'The votes that a decision counts are the votes that were cast by who has no interest (art. 28 Gemeentewet).',
    sql`select d.id as subject, d.votes_for || '/' || d.votes_against || '/' || d.votes_blank || ' said' as detail
      from decision d left join council_vote v on v.item_id = d.item_id and not ${struck} where d.outcome <> 'referred' group by d.id
      having count(*) filter (where v.choice = 'for') <> d.votes_for
        or count(*) filter (where v.choice = 'against') <> d.votes_against
        or count(*) filter (where v.choice = 'blank') <> d.votes_blank`,
  ),
  check(
    'decision-mandate',
    'No body decides on more than its mandate on that day.',
    sql`select d.id as subject, d.amount_cents || ' cents' as detail from decision d
      where d.outcome = 'adopted' and (d.amount_cents > d.mandate_cents or not exists (
        select 1 from mandate m where m.body_id = d.body_id and d.amount_cents <= m.max_per_decision_cents
          and d.decided_on >= m.valid_from and (m.valid_to is null or d.decided_on < m.valid_to)))`,
  ),
  check(
    'decision-own-item',
    'A decision is taken by the body of the meeting, on the initiative of the item, for no more than was proposed.',
    sql`select d.id as subject, d.amount_cents || ' of ' || i.proposed_cents as detail
      from decision d join agenda_item i on i.id = d.item_id join meeting m on m.id = i.meeting_id
      where m.body_id <> d.body_id or i.initiative_id <> d.initiative_id or d.amount_cents > i.proposed_cents`,
  ),
  check(
    'decision-numbered',
    'The decisions of a body are numbered from 1 in every year, without gaps.',
    sql`select body_id as subject, year || ': last ' || max(number) || ', ' || count(*) || ' decisions' as detail
      from decision group by body_id, year having max(number) <> count(*) or min(number) <> 1`,
  ),
  check(
    'vote-by-member',
    'Only who held a voting seat of the body on the day, and was present, has voted.',
    sql`select v.item_id as subject, 'membership ' || v.membership_id as detail
      from council_vote v join agenda_item i on i.id = v.item_id join meeting m on m.id = i.meeting_id
        join membership s on s.id = v.membership_id join seat on seat.id = s.seat_id
        left join attendance a on a.meeting_id = m.id and a.membership_id = v.membership_id
      where seat.body_id <> m.body_id or not seat.voting or a.membership_id is null
        or ${amsterdam(sql`v.cast_at`)} < s.valid_from or ${amsterdam(sql`v.cast_at`)} >= s.valid_to`,
  ),
  check(
    'vote-without-conflict',
    'Nobody has voted on an initiative of their own, or while an interest was known or reported (art. 28 Gemeentewet).',
    sql`select v.item_id as subject, 'membership ' || v.membership_id as detail
      from council_vote v join agenda_item i on i.id = v.item_id join membership s on s.id = v.membership_id
      where exists (select 1 from conflict_declaration c
          where c.item_id = v.item_id and c.membership_id = v.membership_id and c.declared_at < v.cast_at)
        or exists (select 1 from conflict_report r left join conflict_ruling u on u.report_id = r.id
          where r.item_id = v.item_id and r.membership_id = v.membership_id and r.reported_at < v.cast_at
            and (u.ruling is distinct from 'dismissed' or u.ruled_at > v.cast_at))
        or exists (select 1 from applicant a where a.initiative_id = i.initiative_id and a.person_id = s.person_id)`,
  ),
  check(
    'decision-without-open-report',
    'Nothing is decided while a report of an interest waits for its member or for a ruling.',
    sql`select d.id as subject, 'report ' || r.id as detail
      from decision d join conflict_report r on r.item_id = d.item_id
        left join conflict_answer a on a.report_id = r.id left join conflict_ruling u on u.report_id = r.id
      where (a.answer is distinct from 'accepted' and u.ruling is null)
        or greatest(r.reported_at, a.answered_at, u.ruled_at) > d.decided_at`,
  ),
  check(
    'ruling-by-another',
    'Nobody rules on a report of their own or about themselves, nor on what was accepted.',
    sql`select r.id as subject, 'ruled by membership ' || u.ruled_by as detail
      from conflict_ruling u join conflict_report r on r.id = u.report_id
        left join conflict_answer a on a.report_id = r.id
      where u.ruled_by in (r.membership_id, r.reported_by) or a.answer = 'accepted'`,
  ),
  check(
    'seat-once',
    'No two people sit in one seat, and nobody sits twice in one body, at the same time.',
    sql`select a.id as subject, 'also ' || b.id as detail
      from membership a join seat sa on sa.id = a.seat_id
        join membership b on b.id > a.id join seat sb on sb.id = b.seat_id
      where (a.seat_id = b.seat_id or (sa.body_id = sb.body_id and a.person_id = b.person_id))
        and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)`,
  ),
];
