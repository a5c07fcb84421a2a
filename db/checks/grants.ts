import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

const notReversed = sql`not exists (select 1 from journal_entry r where r.reverses_id = e.id)`;

const standing = sql`
  select a.initiative_id, a.kind, sum(b.cents) as cents
  from account a join balance b on b.account_id = a.id where a.initiative_id is not null group by 1, 2`;

/** A grant entry that was not reversed, with what it committed. */
const grants = sql`
  select e.id, e.decision_id, -sum(p.cents) filter (where a.kind = 'committed') as cents
  from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
  where e.kind = 'grant' and not exists (select 1 from journal_entry r where r.reverses_id = e.id) group by e.id`;

/** The settlement of initiative `i` that was not taken back. */
const settled = sql`
  select 1 from settlement done where done.initiative_id = i.id
    and not exists (select 1 from journal_entry r where r.reverses_id = done.entry_id)`;

/** Where money and decisions meet (domain.md §0.4): neither without the other. */
export const grantChecks: readonly Check[] = [
  check(
    'claim-blocked',
    'What is asked back of a grant is blocked in its pool until it comes in, per source.',
    sql`select a.initiative_id as subject, 'source ' || b.source_id || ' differs ' || sum(b.cents) as detail
      from balance b join account a on a.id = b.account_id where a.kind in ('claim', 'blocked')
      group by 1, b.source_id having sum(b.cents) <> 0`,
  ),
  check(
    'cost-is-income',
    'What a grant cost was paid for by its sources, to the cent.',
    sql`select a.initiative_id as subject, 'source ' || b.source_id || ' differs ' || sum(b.cents) as detail
      from balance b join account a on a.id = b.account_id where a.kind in ('cost', 'income')
      group by 1, b.source_id having sum(b.cents) <> 0`,
  ),
  check(
    'settlement-booked',
    'Every settlement says what its entry books, and a grant is settled once.',
    sql`select s.initiative_id as subject, 'says ' || s.settled_cents as detail
      from settlement s join journal_entry e on e.id = s.entry_id
      where e.kind <> 'settlement' or s.settled_cents <> coalesce((
        select sum(p.cents) from posting p join account a on a.id = p.account_id
        where p.entry_id = e.id and a.kind = 'cost' and a.initiative_id = s.initiative_id), 0)
      union all select initiative_id, count(*) || ' settlements' from settlement s join journal_entry e on e.id = s.entry_id
        where ${notReversed} group by 1 having count(*) > 1`,
  ),
  check(
    'settlement-recorded',
    'Every entry that settles a grant has its settlement.',
    sql`select e.id as subject, 'entry without settlement' as detail from journal_entry e
      where e.kind = 'settlement' and not exists (select 1 from settlement s where s.entry_id = e.id)`,
  ),
  check(
    'grant-per-decision',
    'Every adopted decision has exactly one grant, of the decided amount.',
    sql`with grants as (${grants})
      select d.id as subject, count(g.id) || ' grants of ' || coalesce(sum(g.cents), 0) || ' for ' || d.amount_cents as detail
      from decision d left join grants g on g.decision_id = d.id where d.outcome = 'adopted'
      group by d.id having count(g.id) <> 1 or sum(g.cents) <> d.amount_cents`,
  ),
  check(
    'grant-decided',
    'No money is granted but by an adopted decision of the same initiative, and reserved for that initiative alone.',
    sql`select e.id as subject, e.kind || ' by ' || coalesce(d.outcome, 'nobody') as detail
      from journal_entry e left join decision d on d.id = e.decision_id
      where e.kind in ('reservation', 'grant') and ((e.kind = 'grant' and d.outcome is distinct from 'adopted')
        or exists (select 1 from posting p join account a on a.id = p.account_id
          where p.entry_id = e.id and a.initiative_id <> d.initiative_id))`,
  ),
  check(
    'grant-state',
    'What is committed to an initiative is what its page says was granted, until it is settled; nothing for any other.',
    sql`with standing as (${standing})
      select i.id as subject, i.state || ': granted ' || coalesce(i.granted_cents, 0) || ', committed ' || coalesce(-s.cents, 0) as detail
      from initiative i left join standing s on s.initiative_id = i.id and s.kind = 'committed'
      where coalesce(-s.cents, 0) <> case when exists (${settled}) then 0 else coalesce(i.granted_cents, 0) end`,
  ),
  check(
    'reserved-state',
    'Money stays reserved only for an initiative that still waits for its decision, and never more than it asks.',
    sql`with standing as (${standing})
      select i.id as subject, i.state || ': reserved ' || -s.cents as detail
      from initiative i join standing s on s.initiative_id = i.id and s.kind = 'reserved'
      where s.cents <> 0 and (i.state not in ('submitted', 'onAgenda') or -s.cents > i.requested_cents)`,
  ),
  check(
    'advance-within-grant',
    'Until a grant is settled, of no source more is advanced than it granted, and no more waits or is under way than was advanced.',
    sql`select a.initiative_id as subject, 'source ' || b.source_id as detail
      from balance b join account a on a.id = b.account_id
      where a.kind in ('committed', 'advance', 'payable', 'underWay') group by a.initiative_id, b.source_id
      having coalesce(sum(b.cents) filter (where a.kind in ('committed', 'advance')), 0) > 0
        or sum(b.cents) filter (where a.kind = 'committed') < 0 and coalesce(sum(b.cents) filter (where a.kind in ('payable', 'underWay', 'advance')), 0) < 0`,
  ),
];
