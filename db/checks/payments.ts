import { inArray, sql } from 'drizzle-orm';
import { type Queryable } from '../client';
import { bankDifference } from '../reads/payments/balance';
import { matchHolds, openLines } from '../reads/payments/bank';
import { statementFaults } from '../reads/payments/chain';
import { bankStatement } from '../schema';
import { check, type Check, type Finding } from './check';

/** What must be true of payments and of bank statements (domain.md §5.4, §6). */
export const paymentsChecks: readonly Check[] = [
  check(
    'payment-booked',
    'Every line of an approved batch is one order of that amount, to that grant or back for that source, and no other batch ordered anything.',
    sql`select l.end_to_end_id as subject, coalesce(v.verdict, 'open') || ', ordered ' || coalesce(ordered.cents, 0) as detail
      from payment_line l left join payment_verdict v on v.batch_id = l.batch_id
        left join payment_booking b on b.line_id = l.id left join lateral (
          select sum(p.cents) as cents from posting p join account a on a.id = p.account_id
            join journal_entry e on e.id = p.entry_id and e.kind in ('payment', 'paymentOrder', 'refundOrder')
          where p.entry_id = b.entry_id and (a.kind = 'payable' and a.initiative_id = l.initiative_id
            or a.kind in ('returned', 'suspense') and p.source_id = l.source_id)) ordered on true
      where coalesce(ordered.cents, 0) <> case when v.verdict = 'approved' then l.cents else 0 end`,
  ),
  check(
    'payment-told',
    'What the books say that the bank paid is what its statement told, and of one order of that amount.',
    sql`select l.end_to_end_id as subject, 'paid ' || coalesce(paid.cents, 0) || ' of ' || l.cents as detail
      from bank_match m join payment_line l on l.id = m.payment_line_id
        join payment_booking b on b.line_id = l.id join journal_entry o on o.id = b.entry_id
        left join lateral (select -sum(p.cents) as cents from posting p join account a on a.id = p.account_id
          where p.entry_id = m.entry_id and a.kind = 'bank') paid on true
      where m.kind = 'payment' and case when o.kind = 'payment' then m.entry_id is not null
        else paid.cents is distinct from l.cents end
      union all select e.id::text, 'no statement told of it' from journal_entry e
        where e.kind in ('payment', 'refund') and not exists (select 1 from bank_match m where m.entry_id = e.id)
          and not exists (select 1 from payment_booking b where b.entry_id = e.id)`,
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
    'payment-payee-recorder',
    'Nobody approved a batch that pays to an account that they recorded.',
    sql`select l.end_to_end_id as subject, 'approved at ' || v.given_at as detail
      from payment_verdict v join payment_line l on l.batch_id = v.batch_id join payee p on p.id = l.payee_id
      where v.verdict = 'approved' and p.recorded_by = v.given_by`,
  ),
  check(
    'payment-undone',
    'The bank paid nothing of which the booking was taken back, unless it came back as well.',
    sql`select l.end_to_end_id as subject, 'reversed by ' || r.id as detail
      from bank_match m join payment_line l on l.id = m.payment_line_id join payment_booking b on b.line_id = l.id
        join journal_entry r on r.reverses_id = b.entry_id
      where m.kind = 'payment'
        and not exists (select 1 from bank_match back where back.payment_line_id = l.id and back.kind = 'return')`,
  ),
  check(
    'payment-listed-once',
    'A grant stands on one open batch at most.',
    sql`select l.initiative_id as subject, count(*) || ' open batches' as detail
      from payment_line l left join payment_verdict v on v.batch_id = l.batch_id
      where v.batch_id is null and l.initiative_id is not null group by 1 having count(*) > 1`,
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
    'What a movement on a statement was booked as moved that amount on the bank or a part of it, on its day unless by hand.',
    sql`select l.id as subject, string_agg(m.kind, ', ') || ' of ' || l.cents as detail
      from bank_match m join bank_line l on l.id = m.line_id join journal_entry e on e.id = m.entry_id
        left join lateral (select sum(p.cents) as cents from posting p join account a on a.id = p.account_id
          where p.entry_id = e.id and a.kind = 'bank') moved on true
      where m.kind <> 'assigned' and ${matchHolds} group by l.id
      having bool_or(e.idempotency_key = 'bank:' || l.id and e.effective_on <> l.booked_on)
        or bool_or(coalesce(moved.cents, 0) = 0)
        or sum(coalesce(moved.cents, 0)) not between least(0, l.cents) and greatest(0, l.cents)`,
  ),
  check(
    'bank-is-ledger',
    'The last statement of the bank and the books differ only by what is named: what was there before the first statement, days that no statement tells of, movements that are not booked, and entries that no statement told of.',
    sql`select 'bank' as subject, 'unnamed difference of ' || unnamed as detail from (${bankDifference}) d where unnamed <> 0`,
  ),
  {
    id: 'statement-follows',
    meaning:
      'The statements of an account follow on each other without a gap, and where two are about the same days every line is explained.',
    find: misfits,
  },
  check(
    'movement-booked-once',
    'A movement that several statements tell of is booked once, unless somebody said why it is another.',
    sql`select iban || ' ' || booked_on as subject, cents || ' booked ' || sum(booked) || ' times' as detail from (
      select s.iban, l.booked_on, l.cents, l.text, l.end_to_end_id, l.counter_iban, count(*) as told,
        count(*) filter (where exists (
          select 1 from bank_match m where m.line_id = l.id and m.kind not in ('double', 'assigned') and m.reason is null)) as booked
      from bank_line l join bank_statement s on s.id = l.statement_id
      group by s.iban, l.booked_on, l.cents, l.text, l.end_to_end_id, l.counter_iban, l.statement_id) per_statement
      group by iban, booked_on, cents, text, end_to_end_id, counter_iban having sum(booked) > max(told)`,
  ),
];

/** An overlap is over once every line is explained; what is missing stays missing until it is read. */
async function misfits(db: Queryable): Promise<Finding[]> {
  const faults = [...(await statementFaults(db))];
  const names = await statementNames(
    db,
    faults.map(([id]) => id),
  );
  return faults.flatMap(([id, own]) => {
    const { name = '', isOpen = false } = names.get(id) ?? {};
    return own
      .filter(({ kind }) => kind !== 'overlap' || isOpen)
      .map(({ kind, openingCents, other }) => ({
        subject: name,
        detail: `${kind}: opens with ${openingCents}, ${other.statementId} closes with ${other.closingCents}`,
      }));
  });
}

async function statementNames(db: Queryable, ids: readonly string[]) {
  const { id, statementId } = bankStatement;
  const isOpen = sql<boolean>`${openLines} > 0`;
  const rows = await db
    .select({ id, name: statementId, isOpen })
    .from(bankStatement)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
