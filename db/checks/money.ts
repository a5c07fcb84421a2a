import { sql } from 'drizzle-orm';
import { taskFields } from '~/domain/ledger/task-field';
import { check, type Check } from './check';

const years = sql.join(
  Object.entries(taskFields).map(([code, { from, to }]) => sql`(${code}, ${from}::integer, ${to}::integer)`),
  sql`, `,
);
const notReversed = sql`not exists (select 1 from journal_entry r where r.reverses_id = e.id)`;

/** What must be true of grants that are paid and settled, of payments and of bank statements (domain.md §2.3, §5.4, §6). */
export const moneyChecks: readonly Check[] = [
  check(
    'balance-per-day',
    'What moved on an account per day sums to its balance.',
    sql`select account_id as subject, 'source ' || source_id || ' stands ' || coalesce(b.cents, 0) || ', days ' || coalesce(d.cents, 0) as detail
      from balance b full join (select account_id, source_id, sum(cents) as cents from balance_day group by 1, 2) d
        using (account_id, source_id) where b.cents is distinct from d.cents`,
  ),
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
    'settlement-told',
    'Every entry that settles a grant has its settlement.',
    sql`select e.id as subject, 'entry without settlement' as detail from journal_entry e
      where e.kind = 'settlement' and not exists (select 1 from settlement s where s.entry_id = e.id)`,
  ),
  check(
    'payment-booked',
    'Every line of an approved batch is one payment of that amount to that grant, and no other batch paid anything.',
    sql`select l.end_to_end_id as subject, coalesce(v.verdict, 'open') || ', paid ' || coalesce(paid.cents, 0) as detail
      from payment_line l left join payment_verdict v on v.batch_id = l.batch_id
        left join payment_booking b on b.line_id = l.id left join lateral (
          select sum(p.cents) as cents from posting p join account a on a.id = p.account_id
            join journal_entry e on e.id = p.entry_id and e.kind = 'payment'
          where p.entry_id = b.entry_id and a.kind = 'payable' and a.initiative_id = l.initiative_id) paid on true
      where coalesce(paid.cents, 0) <> case when v.verdict = 'approved' then l.cents else 0 end`,
  ),
  check(
    'payment-payee-confirmed',
    'No payment was listed to an account that waited, unless somebody else than who recorded it and than who made the list confirmed it first.',
    sql`select l.end_to_end_id as subject, coalesce('confirmed at ' || c.confirmed_at, 'not confirmed') as detail
      from payment_line l join payment_batch b on b.id = l.batch_id join payee p on p.id = l.payee_id
        left join payee_confirmation c on c.payee_id = p.id
      where p.waits and (c.payee_id is null or c.confirmed_by in (b.made_by, p.recorded_by) or c.confirmed_at > b.made_at)`,
  ),
  check(
    'payment-listed-once',
    'A grant stands on one open batch at most.',
    sql`select l.initiative_id as subject, count(*) || ' open batches' as detail
      from payment_line l left join payment_verdict v on v.batch_id = l.batch_id
      where v.batch_id is null group by 1 having count(*) > 1`,
  ),
  check(
    'statement-adds-up',
    'The lines of a bank statement bring its opening balance to its closing balance.',
    sql`select s.statement_id as subject, 'off by ' || s.opening_cents + coalesce(sum(l.cents), 0) - s.closing_cents as detail
      from bank_statement s left join bank_line l on l.statement_id = s.id group by s.id
      having s.opening_cents + coalesce(sum(l.cents), 0) <> s.closing_cents`,
  ),
  check(
    'match-booked',
    'What a movement on a statement was booked as moved the same amount on the bank, on its day unless by hand.',
    sql`select l.id as subject, m.kind || ' of ' || l.cents as detail
      from bank_match m join bank_line l on l.id = m.line_id join journal_entry e on e.id = m.entry_id
      where (e.idempotency_key = 'bank:' || l.id and e.effective_on <> l.booked_on) or l.cents <> coalesce((
        select sum(p.cents) from posting p join account a on a.id = p.account_id
        where p.entry_id = e.id and a.kind = 'bank'), 0)`,
  ),
  check(
    'task-field-of-year',
    'Every posting has a taakveld that exists in its year.',
    sql`select p.entry_id as subject, p.task_field || ' on ' || e.effective_on as detail
      from posting p join journal_entry e on e.id = p.entry_id
      where not exists (select 1 from (values ${years}) as field (code, starts, ends)
        where code = p.task_field and extract(year from e.effective_on) between starts and coalesce(ends, 9999))`,
  ),
  check(
    'closed-year-empty',
    'In a closed year nothing is left to decide about.',
    sql`select a.code as subject, 'source ' || b.source_id || ' has ' || -b.cents as detail
      from balance b join account a on a.id = b.account_id join pool on pool.id = a.pool_id
        join period on period.year = pool.year and period.closed_at is not null
      where a.kind in ('available', 'reserved') and b.cents <> 0`,
  ),
  check(
    'earmark-kept',
    'Earmarked money is set apart only for what it is meant for, and in time.',
    sql`select p.entry_id as subject, s.code || ' for initiative ' || i.number as detail
      from posting p join journal_entry e on e.id = p.entry_id and e.kind = 'reservation'
        join account a on a.id = p.account_id and a.kind = 'reserved' join initiative i on i.id = a.initiative_id
        join source s on s.id = p.source_id
      where s.theme <> i.theme or (s.theme is not null and i.theme is null)
        or (s.target_group is not null and s.target_group is distinct from i.target_group)
        or (s.area_id is not null and s.area_id <> i.area_id)
        or e.effective_on not between coalesce(s.valid_from, e.effective_on) and coalesce(s.expires_on, e.effective_on)`,
  ),
];
