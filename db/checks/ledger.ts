import { sql } from 'drizzle-orm';
import { accountKinds } from '~/domain/ledger/accounts';
import { entryKinds } from '~/domain/ledger/kinds';
import { taskFields } from '~/domain/ledger/task-field';
import { check, type Check } from './check';

const years = sql.join(
  Object.entries(taskFields).map(([code, { from, to }]) => sql`(${code}, ${from}::integer, ${to}::integer)`),
  sql`, `,
);

const sides = sql.join(
  Object.entries(entryKinds).flatMap(([kind, row]) =>
    (['debit', 'credit'] as const).flatMap((side) => row[side].map((on) => sql`(${kind}, ${side}, ${on})`)),
  ),
  sql`, `,
);
/** What older books have: a payment was booked when its list was approved, before the bank told of it. */
const paidAtOnce = sql`('payment', 'debit', 'payable')`;
const bounds = sql.join(
  Object.entries(accountKinds).map(([kind, { normal, mayGoBelowZero }]) => {
    const min = normal === 'debit' && !mayGoBelowZero;
    const max = normal === 'credit' && !mayGoBelowZero;
    return sql`(${kind}, ${min ? 0 : null}::bigint, ${max ? 0 : null}::bigint)`;
  }),
  sql`, `,
);

/** What must be true of the books by themselves (domain.md §5.2). */
export const ledgerChecks: readonly Check[] = [
  check(
    'balance-per-day',
    'What moved on an account per day sums to its balance.',
    sql`select account_id as subject, 'source ' || source_id || ' stands ' || coalesce(b.cents, 0) || ', days ' || coalesce(d.cents, 0) as detail
      from balance b full join (select account_id, source_id, sum(cents) as cents from balance_day group by 1, 2) d
        using (account_id, source_id) where b.cents is distinct from d.cents`,
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
    'entry-balanced',
    'In every entry debit equals credit, over the entry and per source.',
    sql`select entry_id as subject, 'source ' || source_id || ' is off by ' || sum(cents) as detail
      from posting group by entry_id, source_id having sum(cents) <> 0`,
  ),
  check(
    'entry-whole',
    'Every entry has as many postings as it says, numbered from 1.',
    sql`select e.id as subject, e.line_count || ' lines said, ' || count(p.line) || ' found' as detail
      from journal_entry e left join posting p on p.entry_id = e.id
      group by e.id having count(p.line) <> e.line_count or max(p.line) is distinct from e.line_count`,
  ),
  check(
    'entry-numbered',
    'The entries of a journal are numbered from 1 without gaps, up to the last number of the journal.',
    sql`select j.code as subject, 'last ' || j.last_number || ', entries ' || count(e.id) as detail
      from journal j left join journal_entry e on e.journal_id = j.id group by j.id
      having count(e.id) <> j.last_number or coalesce(max(e.number), 0) <> j.last_number or min(e.number) < 1`,
  ),
  check(
    'entry-side',
    'An entry touches only the kinds of account that its kind allows on that side.',
    sql`select p.entry_id as subject, e.kind || ' on ' || a.kind as detail
      from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
      where (e.kind, case when p.cents > 0 then 'debit' else 'credit' end, a.kind) not in (${sides}, ${paidAtOnce})`,
  ),
  check(
    'entry-own-wijk',
    'Money of a wijk is booked in the journal of that wijk, whose lock guards it.',
    sql`select p.entry_id as subject, 'on ' || a.code as detail
      from posting p join journal_entry e on e.id = p.entry_id join journal j on j.id = e.journal_id
        join account a on a.id = p.account_id join pool on pool.id = a.pool_id
      where j.area_id is distinct from pool.area_id`,
  ),
  check(
    'entry-audited',
    'Every entry stands in the audit log, once, with the same actor and kind.',
    sql`select e.id as subject, count(a.seq) || ' audit rows' as detail
      from journal_entry e left join audit_entry a on a.subject_kind = 'journalEntry' and a.subject_id = e.id::text
        and a.act = 'money.' || e.kind and a.actor_id is not distinct from e.actor_id
      group by e.id having count(a.seq) <> 1`,
  ),
  check(
    'balance-replay',
    'Every stored balance is the sum of its postings.',
    sql`select a.code as subject, 'stored ' || coalesce(b.cents, 0) || ', postings ' || coalesce(p.cents, 0) as detail
      from (select account_id, source_id, sum(cents) as cents from posting group by 1, 2) p
        full join balance b using (account_id, source_id) join account a on a.id = account_id
      where b.cents is distinct from p.cents`,
  ),
  check(
    'balance-after',
    'The balances written beside the postings form one chain from zero to the stored balance.',
    sql`with steps as (
        select account_id, source_id, balance_after - cents as before, balance_after as after from posting),
      open_ends as (
        select account_id, source_id, before as cents, 1 as n from steps
        union all select account_id, source_id, after, -1 from steps
        union all select account_id, source_id, 0, -1 from balance
        union all select account_id, source_id, cents, 1 from balance)
      select a.code as subject, 'chain is broken at ' || o.cents as detail
      from open_ends o join account a on a.id = o.account_id
      group by a.code, o.source_id, o.cents having sum(o.n) <> 0`,
  ),
  check(
    'balance-order',
    'On the accounts of a wijk each posting continues the balance of the one before it.',
    sql`select entry_id as subject, code || ' starts from ' || before as detail from (
        select p.entry_id, a.code, p.balance_after - p.cents as before,
          lag(p.balance_after, 1, 0::bigint) over (
            partition by p.account_id, p.source_id order by p.entry_id, p.line) as previous
        from posting p join account a on a.id = p.account_id where a.pool_id is not null) step
      where before <> previous`,
  ),
  check(
    'balance-bounds',
    'Accounts and balances have the bounds of their kind and stay within them.',
    sql`select a.code as subject, 'balance ' || coalesce(b.cents, 0) || ' of ' || a.kind as detail
      from account a left join balance b on b.account_id = a.id
        left join (values ${bounds}) as kinds (kind, min_cents, max_cents) on kinds.kind = a.kind
      where kinds.kind is null
        or (a.min_cents, a.max_cents) is distinct from (kinds.min_cents, kinds.max_cents)
        or (b.account_id is not null and (b.min_cents, b.max_cents) is distinct from (a.min_cents, a.max_cents))
        or b.cents < a.min_cents or b.cents > a.max_cents`,
  ),
  check(
    'weight-replay',
    'The weight of a source is what was left of it in the pool after the entry that the weights count from.',
    sql`select w.pool_id as subject, 'source ' || w.source_id || ' weighs ' || w.weight_cents as detail
      from pool_weight w left join account a on a.pool_id = w.pool_id and a.kind = 'available'
        left join posting p on p.account_id = a.id and p.source_id = w.source_id and p.entry_id <= w.since_entry_id
      group by w.pool_id, w.source_id having coalesce(-sum(p.cents), 0) <> w.weight_cents`,
  ),
  check(
    'weight-covers',
    'In every pool each source has a weight, and never more left than it weighs.',
    sql`select a.code as subject, 'source ' || b.source_id || ' has ' || -b.cents as detail
      from balance b join account a on a.id = b.account_id and a.kind = 'available'
        left join pool_weight w on w.pool_id = a.pool_id and w.source_id = b.source_id
      where w.weight_cents is null or -b.cents > w.weight_cents`,
  ),
  check(
    'reversal-opposite',
    'A reversal is the exact opposite of the entry it names, over the same accounts and sources.',
    sql`select e.id as subject, 'reverses ' || e.reverses_id as detail from journal_entry e
      where (e.kind = 'reversal') <> (e.reverses_id is not null) or exists (
        select 1 from posting p where p.entry_id in (e.id, e.reverses_id) and e.reverses_id is not null
        group by p.account_id, p.source_id having sum(p.cents) <> 0)`,
  ),
];
