import { sql } from 'drizzle-orm';
import { initiativeLifecycle } from '~/domain/lifecycle/initiative';
import { check, type Check } from './check';

const edges = sql.join(
  initiativeLifecycle.map(({ from, act, to }) => sql`(${from}, ${act}, ${to})`),
  sql`, `,
);

/** What must be true of initiatives and of what neighbours say about them (domain.md §2.3). */
export const initiativeChecks: readonly Check[] = [
  check(
    'requested-lines',
    'What an initiative asks is the sum of its lines less its own contribution.',
    sql`select i.id as subject, 'asks ' || i.requested_cents as detail
      from initiative i left join budget_line l on l.initiative_id = i.id
      group by i.id having i.requested_cents <>
        greatest(coalesce(sum(l.quantity * l.unit_cents), 0) - i.own_contribution_cents, 0)`,
  ),
  check(
    'initiative-applicant',
    'Every initiative has one applicant.',
    sql`select i.id as subject, count(a.person_id) || ' applicants' as detail
      from initiative i left join applicant a on a.initiative_id = i.id and a.part = 'applicant'
      group by i.id having count(a.person_id) <> 1`,
  ),
  check(
    'timeline-allowed',
    'Every change of state in a timeline is one that the lifecycle has.',
    sql`select e.initiative_id as subject, e.act || ' from ' || e.from_state || ' to ' || e.to_state as detail
      from initiative_event e where e.act <> 'create' and (e.from_state, e.act, e.to_state) not in (${edges})`,
  ),
  check(
    'timeline-chain',
    'Every step of a timeline starts where the step before it ended.',
    sql`select initiative_id as subject, act || ' starts from ' || coalesce(from_state, 'nothing') as detail from (
        select e.*, lag(to_state) over (partition by initiative_id order by seq) as previous from initiative_event e) step
      where from_state is distinct from previous`,
  ),
  check(
    'timeline-end',
    'The state of an initiative is the end of its timeline.',
    sql`select i.id as subject, i.state || ' against ' || coalesce(e.to_state, 'nothing') as detail
      from initiative i left join lateral (
        select to_state from initiative_event where initiative_id = i.id order by seq desc limit 1) e on true
      where i.state is distinct from e.to_state`,
  ),
  check(
    'support-by-neighbour',
    'Who asks for the money is not counted among its supporters.',
    sql`select s.initiative_id as subject, 'an applicant' as detail
      from support_statement s join applicant a using (initiative_id, person_id)`,
  ),
  check(
    'comment-moderated',
    'Every public comment was accepted by somebody else than its author, and every refusal says why.',
    sql`select c.id as subject, c.state as detail from comment c
      where c.state <> 'pending' and (c.moderator_id is null or c.moderated_at is null
        or c.moderator_id = c.author_id or (c.state = 'refused' and coalesce(c.refusal_reason, '') = ''))`,
  ),
];
