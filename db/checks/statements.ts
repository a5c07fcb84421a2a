import { inArray, sql } from 'drizzle-orm';
import { type Queryable } from '../client';
import { statementFaults } from '../reads/payments/chain';
import { unexplained } from '../reads/payments/bank';
import { bankLine, bankStatement } from '../schema';
import { check, type Check, type Finding } from './check';

/** What must be true of bank statements among each other (domain.md §6). */
export const statementChecks: readonly Check[] = [
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
          select 1 from bank_match m where m.line_id = l.id and m.kind <> 'double' and m.reason is null)) as booked
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
  const isOpen = sql<boolean>`exists (select 1 from ${bankLine} where ${bankLine.statementId} = ${id} and ${unexplained})`;
  const rows = await db
    .select({ id, name: statementId, isOpen })
    .from(bankStatement)
    .where(inArray(id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
